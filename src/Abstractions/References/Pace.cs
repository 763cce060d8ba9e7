using System.Collections.Immutable;

namespace ParityNet.References;

/// <summary>What a scheduler made of an optimizer.</summary>
/// <param name="Rates">The learning rate of each group.</param>
/// <param name="Told">The rates that the scheduler itself says it set last; default where it says none.</param>
/// <param name="Momenta">The momentum of each group, or its β₁; default where it has neither.</param>
public sealed record Pace(ImmutableArray<double> Rates, ImmutableArray<double> Told, ImmutableArray<double> Momenta);
