using System.Collections.Immutable;

namespace ParityNet.Cli.Tables;

/// <summary>How to read a table; what is null is found out from the file.</summary>
/// <param name="Encoding">The name of the text encoding.</param>
/// <param name="Separator">The character between cells.</param>
/// <param name="Decimal">The decimal mark, a point or a comma.</param>
/// <param name="DateOrder">The order of dates that have two.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
sealed record TableOptions(
    string? Encoding = null, char? Separator = null, char? Decimal = null, string? DateOrder = null, bool HasHeader = true)
{
    /// <summary>The lines of the file to leave out.</summary>
    public ImmutableHashSet<int> SkipLines { get; init; } = [];
}
