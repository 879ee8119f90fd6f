import Foundation

/// What the operating system gives a command; read once by the main and passed down.
package struct Surroundings: Sendable {
    package typealias Sink = @Sendable ([UInt8]) throws -> Void
    package typealias Source = @Sendable () async throws -> [UInt8]

    /// The environment variables.
    package var environment: [String: String]
    /// Whether root runs the command.
    package var isRoot: Bool
    /// Brings the next bytes that somebody types or pipes in, or none when there are no more.
    package var input: Source
    /// Carries the result.
    package var output: Sink
    /// Carries everything else.
    package var diagnostics: Sink
    /// The width of the terminal that shows the result; nil in a pipe or a file.
    package var outputWidth: Int?
    /// The width of the terminal that shows everything else; nil in a pipe or a file.
    package var diagnosticsWidth: Int?

    package init(
        environment: [String: String],
        isRoot: Bool,
        outputWidth: Int? = nil,
        diagnosticsWidth: Int? = nil,
        input: @escaping Source = { [] },
        output: @escaping Sink,
        diagnostics: @escaping Sink
    ) {
        self.environment = environment
        self.isRoot = isRoot
        self.input = input
        self.outputWidth = outputWidth
        self.diagnosticsWidth = diagnosticsWidth
        self.output = output
        self.diagnostics = diagnostics
    }

    /// Those of the command that runs in this task.
    @TaskLocal package static var current = Surroundings(
        environment: [:],
        isRoot: false,
        output: { _ in },
        diagnostics: { _ in }
    )

    /// Writes a part of the result.
    func write(_ bytes: [UInt8]) throws {
        try Self.writing { try output(bytes) }
    }

    /// Does some writing, and says in our own words what went wrong with it.
    static func writing(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            guard let code = cause?.code, cause?.domain == NSPOSIXErrorDomain else { throw error }
            if code == EPIPE { throw OutputClosed() }
            throw FileFailure(
                problem: "The result cannot be written: \(String(cString: strerror(Int32(code)))).",
                remedy: "Mend that and repeat the command.",
                code: .failure
            )
        }
    }

    /// Writes lines beside the result, where nobody parses them; nothing in them steers a terminal.
    func say(_ text: String) {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control where scalar == "\t": " "
            case .control where scalar != "\n": "\u{FFFD}"
            case .format: "\u{FFFD}"
            default: scalar
            }
        }
        // Where nobody can hear, nothing is to be done about it.
        try? diagnostics(Array("\(String(String.UnicodeScalarView(scalars)))\n".utf8))
    }

    /// A variable that is set to something.
    func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether colors are wanted on a terminal: https://no-color.org and `TERM=dumb`.
    var allowsColor: Bool {
        variable("NO_COLOR") == nil && environment["TERM"] != "dumb"
    }
}
