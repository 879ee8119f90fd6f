import Foundation

/// How wide the terminal behind a file descriptor is.
package enum TerminalWidth {
    private static let usual = 80

    /// Nil when no terminal is there.
    package static func of(_ descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return usual }
        return Int(size.ws_col)
    }
}
