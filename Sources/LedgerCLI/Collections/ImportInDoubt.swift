/// The answer to a part of an import was lost; its lines name themselves, so no key is needed.
struct ImportInDoubt: Error {}
