using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Reports;
using ParityNet.Torch;

namespace ParityNet.Mutants;

/// <summary>The report of one op and element type at a time, with an error on.</summary>
static class Trials
{
    // Most errors show at once; the default number of cases is for the rest.
    const int FewCases = 12;

    static readonly int Pairs = 2 * Catalog.All.Count(op => op.IsComputed);

    /// <summary>Every op in every element type that a report has of it.</summary>
    public static IEnumerable<string> All => Catalog.All.SelectMany(op => op.IsComputed ? [$"{op.Name} float32", $"{op.Name} float64"] : new[] { $"{op.Name} float64" });

    /// <summary>The errors that the default report of an op reaches.</summary>
    /// <exception cref="InvalidOperationException">The report finds something without any error.</exception>
    public static int[] Reached(string op)
    {
        Mutation.Reached();
        return Finds(op, CaseBudget.Report.For(Pairs)) is { } found
            ? throw new InvalidOperationException($"The report must agree without an error: expected {op} to agree, got {found}.")
            : Mutation.Reached();
    }

    /// <summary>What the default report of the ops finds with an error on: an op with its reason; null where it finds nothing.</summary>
    public static string? Finds(int id, IReadOnlyList<string> ops)
    {
        Mutation.Activate(id);
        try
        {
            foreach (int cases in new[] { FewCases, CaseBudget.Report.For(Pairs) })
                foreach (string op in ops)
                    if (Finds(op, cases) is { } found)
                        return $"{op}: {found}";
            return null;
        }
        finally
        {
            Mutation.Activate(-1);
        }
    }

    /// <summary>Whether an op agrees with all errors off; an error may have left something behind in the process.</summary>
    public static bool IsClean(string op) => Finds(op, FewCases) is null;

    static string? Finds(string op, int cases)
    {
        try
        {
            Report report = new ReportRun(Options(op, cases)).Run();
            return report.Summary.Agrees ? null : string.Join("; ", Attention.Of(report).Where(a => a.IsTrouble).SelectMany(a => a.Reasons).DefaultIfEmpty("disagrees"));
        }
        catch (Exception problem)
        {
            return problem.GetBaseException().GetType().Name;
        }
    }

    static ReportOptions Options(string op, int cases)
    {
        string[] words = op.Split(' ');
        return new()
        {
            // New ones, so that nothing bound under another error is used again.
            Backends = [new NativeBackend(), new TorchBackend()],
            Ops = [Catalog.Find(words[0])],
            Single = words[1] == "float32",
            Double = words[1] == "float64",
            Cases = cases,
            LawCases = ReportOptions.LawCasesFor(cases),
            TrajectorySteps = 0,
            // One process runs on each core.
            Threads = 1,
        };
    }
}
