namespace ParityNet.Parity.Tests.Planted;

/// <summary>A mistake on purpose: a backend that is right but for one op.</summary>
/// <param name="Name">The mistake in words.</param>
/// <param name="Op">The op that has it.</param>
/// <param name="Plant">Puts it into a backend.</param>
public sealed record PlantedError(string Name, string Op, Func<IBackend, IBackend> Plant)
{
    public override string ToString() => $"{Op}: {Name}";
}
