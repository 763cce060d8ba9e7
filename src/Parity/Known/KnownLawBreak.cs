namespace ParityNet.Parity.Known;

/// <summary>A law that a backend is known not to keep; asserted to still break.</summary>
/// <param name="Law">The name of the law.</param>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Reason">Why.</param>
public sealed record KnownLawBreak(string Law, string Op, string Backend, string Reason);
