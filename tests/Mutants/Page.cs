using System.Globalization;
using System.Text;

namespace ParityNet.Mutants;

/// <summary>Writes <c>docs/mutants.md</c>.</summary>
static class Page
{
    public static string Of(Copy copy, DateTime date)
    {
        IReadOnlyList<Outcome> outcomes = copy.Outcomes;
        string suites = string.Join(", ", outcomes.SelectMany(outcome => outcome.Suites).Distinct());
        string open = outcomes.Count == copy.Sites.Count ? "" : $" of {copy.Sites.Count}, the others not asked about yet";
        var text = new StringBuilder($"""
            # Planted errors

            `./mutants` plants small errors in `src`, each behind a switch, compiles them all at once, and asks the default report about every one of them: an operator, a constant, a sign, a
            function, the order of arguments, a statement that is left out. *Reached* are those with which the default report of some op computes; *report*, those that it notices; *tests*, those of
            the rest that a test assembly notices that was asked{(suites.Length == 0 ? " (none was)" : $" ({suites})")}. What nobody notices stands below: some of it changes nothing that anybody could see.

            {outcomes.Count} errors{open}, on {date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}:

            | folder | errors | reached | report | of those reached | tests |
            |---|--:|--:|--:|--:|--:|

            """);
        foreach (IGrouping<string, Outcome> folder in outcomes.GroupBy(outcome => copy.Sites[outcome.Id].Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
            Row(text, $"`{folder.Key}`", [.. folder]);
        Row(text, "**all**", outcomes);
        text.Append("\n## By kind\n\n| kind | errors | reached | report | of those reached | tests |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (IGrouping<string, Outcome> kind in outcomes.GroupBy(outcome => copy.Sites[outcome.Id].Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            Row(text, kind.Key, [.. kind]);
        text.Append("\n## Not noticed\n\n| where | source | with the error | reached |\n|---|---|---|---|\n");
        foreach (Outcome outcome in outcomes.Where(outcome => !outcome.IsCaught))
            text.Append(CultureInfo.InvariantCulture, $"| `{copy.Sites[outcome.Id].File}:{copy.Sites[outcome.Id].Line}` | {Code(copy.Sites[outcome.Id].Original)} | {(copy.Sites[outcome.Id].Mutated.Length == 0 ? "left out" : Code(copy.Sites[outcome.Id].Mutated))} | {(outcome.IsReached ? "yes" : "no")} |\n");
        return text.ToString();
    }

    static void Row(StringBuilder text, string name, IReadOnlyList<Outcome> outcomes)
    {
        int reached = outcomes.Count(outcome => outcome.IsReached), report = outcomes.Count(outcome => outcome.ByReport is not null),
            tests = outcomes.Count(outcome => outcome.ByTests is not null);
        string share = reached == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * report / reached} %");
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {outcomes.Count} | {reached} | {report} | {share} | {tests} |\n");
    }

    static string Code(string source)
    {
        string line = string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"`{(line.Length > 90 ? line[..90] + "…" : line).Replace("|", "\\|", StringComparison.Ordinal)}`";
    }
}
