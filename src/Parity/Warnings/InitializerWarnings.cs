using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Initializers;

namespace ParityNet.Parity.Warnings;

/// <summary>What PyTorch warns of when it draws.</summary>
static class InitializerWarnings
{
    // PyTorch warns from there on.
    const double Far = 2;

    /// <summary>The warnings on a draw.</summary>
    public static ImmutableArray<string> Of(InitializerSpec spec, ReadOnlySpan<nint> shape)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (Shape.Count(shape) == 0)
            warnings.Add($"shape should have elements: got {Shape.Text(shape)}, of which nothing is drawn.");
        if (spec is TruncatedNormal normal && Math.Max(normal.Low - normal.Mean, normal.Mean - normal.High) > Far * normal.StandardDeviation)
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"mean should lie within 2 standard deviations of a to b: got {normal.Mean} and {normal.Low} to {normal.High}, ") +
                "where PyTorch's draws are off.");
        return warnings.ToImmutable();
    }
}
