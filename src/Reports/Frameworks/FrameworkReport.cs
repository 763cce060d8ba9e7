using System.Collections.Immutable;
using ParityNet.Parity;

namespace ParityNet.Reports.Frameworks;

/// <summary>A framework, with its version, and what was found out about its ops.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Version">Its version; empty where it is not there.</param>
/// <param name="Absent">Why it is not there; null where it is.</param>
/// <param name="Results">One entry an op and element type.</param>
sealed record ComparedFramework(Framework Framework, string Version, string? Absent, ImmutableArray<FrameworkResult> Results)
{
    /// <summary>The results of an op, by element type; empty where the framework lacks it.</summary>
    public ImmutableArray<FrameworkResult> Of(OpEntry op) => [.. Results.Where(result => result.Op == op)];
}

/// <summary>Frameworks beside the definitions, and which sources agree on each op.</summary>
/// <param name="Cases">The number of cases an op and element type.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Frameworks">The frameworks.</param>
/// <param name="Published">The names of ops that computed published numbers.</param>
sealed record FrameworkReport(int Cases, ulong Seed, ImmutableArray<ComparedFramework> Frameworks, ImmutableHashSet<string> Published)
{
    /// <summary>What the column of published numbers is called.</summary>
    public const string PublishedNumbers = "published numbers";

    /// <summary>The sources that are not ours and agree with the definition of an op; those of a family count as one.</summary>
    public ImmutableArray<string> Witnesses(OpEntry op) =>
    [
        .. Frameworks.GroupBy(one => one.Framework.Family).Select(family => (family.Key, Results: family.SelectMany(one => one.Of(op))))
            .Where(family => family.Results.Any(result => result.AgreesByValue))
            .Select(family => family.Results.Any(result => result.Agrees) ? family.Key : $"{family.Key} (value)"),
        .. Published.Contains(op.Name) ? [PublishedNumbers] : ImmutableArray<string>.Empty,
    ];
}
