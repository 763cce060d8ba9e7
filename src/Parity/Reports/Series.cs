using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

/// <summary>One line of a figure.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Backend">The backend that computed it; empty for a line that only guides the eye.</param>
/// <param name="Panel">The panel that it stands in; equal names share axes.</param>
/// <param name="X">Horizontal positions.</param>
/// <param name="Y">Vertical positions; as many.</param>
public sealed record Series(string Name, string Backend, string Panel, ImmutableArray<double> X, ImmutableArray<double> Y);
