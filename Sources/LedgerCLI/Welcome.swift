/// What `redress` says when nothing is asked of it.
enum Welcome {
    static let text = """
        Redress keeps the books of money taken from offenders and given to survivors.

        Commands to start with:
          redress demo                   load a small year of books and see the reports
          redress init --from us-mn      open the books of a jurisdiction
          redress docket open            enter what a court ordered
          redress collection record      record money that was received
          redress report balance         see what each fund holds, by purpose

        Examples, on the books of the demo:
          redress report funding --jurisdiction us-mn-hennepin --period quarter
          redress docket statement 27-CR-24-1001 --jurisdiction us-mn-hennepin

        All commands: redress --help          One command: redress help report balance

        """
}
