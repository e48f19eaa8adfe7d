/// One thing after the other: what is read, changed and written in several steps is done whole before the next begins.
/// An actor alone lets another in wherever the first one waits.
actor Turns {
  private var last: Task<Void, Never>?

  /// Does it when all that was asked for before is done, whether that went well or not.
  func take(_ what: @escaping () async throws -> Void) async throws {
    let before = last
    let turn = Task {
      await before?.value
      try await what()
    }
    last = Task { _ = await turn.result }
    try await turn.value
  }
}
