using System.Collections.Immutable;

namespace ParityNet.References;

/// <summary>The rates and momenta that a scheduler has set in an optimizer.</summary>
/// <param name="Rates">The learning rate of each group.</param>
/// <param name="Told">The rates that the scheduler itself reports as set last; default where it reports none.</param>
/// <param name="Momenta">The momentum of each group, or its β₁; default where it has neither.</param>
public sealed record Pace(ImmutableArray<double> Rates, ImmutableArray<double> Told, ImmutableArray<double> Momenta);
