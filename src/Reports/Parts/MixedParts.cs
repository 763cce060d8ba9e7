using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>What machines of one capability made of a run.</summary>
/// <param name="Name">The letter of the column.</param>
/// <param name="Capability">What the columns differ in, with what it is here.</param>
/// <param name="Parts">The parts, by number.</param>
/// <param name="Report">The report of their cases.</param>
sealed record MixedColumn(string Name, ImmutableArray<(string What, string Is)> Capability, ImmutableArray<int> Parts, Report Report);

/// <summary>Puts the parts of a run that machines of different capabilities made beside each other.</summary>
static class MixedParts
{
    /// <summary>A column for every capability, in the order of the parts.</summary>
    /// <param name="parts">Parts of one run that together are all of it; the same part may have been made by several machines.</param>
    public static ImmutableArray<MixedColumn> Columns(IReadOnlyList<ReportPart> parts)
    {
        ReportPart[][] groups = [.. parts.OrderBy(part => part.Shard.Index).GroupBy(Capability).Select(group => group.ToArray())];
        var facts = ReportParts.Capabilities.Where(fact => groups.Select(group => fact.Of(group[0])).Distinct().Count() > 1).ToArray();
        return
        [
            .. groups.Select((group, i) => new MixedColumn($"{(char)('A' + i)}", [.. facts.Select(fact => (fact.What, fact.Of(group[0])))],
                [.. group.Select(part => part.Shard.Index)], ReportParts.Summed(group))),
        ];
    }

    /// <summary>Why parts make no columns, in a sentence; null where they do.</summary>
    public static string? Obstacle(IReadOnlyList<ReportPart> parts)
    {
        if (parts.Count == 0)
            return ReportParts.Obstacle(parts);
        IGrouping<string, ReportPart>[] groups = [.. parts.GroupBy(Capability)];
        return parts.Skip(1).Select(part => ReportParts.DifferenceOfRun(parts[0], part)).FirstOrDefault(difference => difference is not null)
            ?? groups.Select(group => ReportParts.Doubled([.. group])).FirstOrDefault(doubled => doubled is not null)
            ?? ReportParts.Lacking(parts)
            ?? (groups.Length <= 'Z' - 'A' + 1 ? null
                : $"--mixed must have a letter for each column: expected at most 26 capabilities, got {groups.Length}.");
    }

    static string Capability(ReportPart part) => string.Join('\n', ReportParts.Capabilities.Select(fact => fact.Of(part)));
}
