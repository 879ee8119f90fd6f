/// Whoever read the result wants no more of it, as `head` does; no failure.
struct OutputClosed: Error {}
