using System.Globalization;
using ParityNet.Cli.Output;
using ParityNet.Definitions.Problems;
using Spectre.Console;

namespace ParityNet.Cli.Minimizing;

/// <summary>The table of the built-in problems.</summary>
static class ProblemTable
{
    public static void Write(Terminal terminal)
    {
        Table table = Terminal.Table("problem", "title", "variables", "starts", "bounds and constraints", "published minimum");
        foreach (Problem problem in ProblemCatalog.All)
            table.AddRow(
                problem.Name, Markup.Escape(problem.Title), problem.Variables.ToString(CultureInfo.InvariantCulture), $"{problem.Starts.Length}",
                string.Join(", ", Restrictions(problem)),
                problem.Minima.IsEmpty ? "" : problem.Minima[0].Value.Value.ToString("G10", CultureInfo.InvariantCulture));
        terminal.Tables.Write(table);
    }

    static IEnumerable<string> Restrictions(Problem problem)
    {
        if (problem.Bounds is not null)
            yield return "bounds";
        if (problem.Inequalities is not null)
            yield return "inequalities";
        if (problem.Equalities is not null)
            yield return "equalities";
    }
}
