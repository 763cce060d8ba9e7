using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ParityNet.Mutants;

/// <summary>Asks the default report, and then tests, about every error; what is known already is not asked again.</summary>
/// <param name="copy">The mutated copy, built.</param>
/// <param name="suites">The test assemblies to ask about what the report misses.</param>
sealed class Run(Copy copy, IReadOnlyList<string> suites)
{
    const string Separator = "|";

    /// <summary>Asks about every error that is still open.</summary>
    public void All()
    {
        Reach[] reports = Reports();
        var known = copy.Outcomes.ToDictionary(outcome => outcome.Id);
        // What takes little time comes first, so that a run that is stopped has seen the most; within an error the short reports come first.
        var jobs = copy.Sites
            .Select(site => (site.Id, Ops: reports.Where(report => report.Ids.Contains(site.Id)).OrderBy(report => report.Seconds).Select(report => report.Op).ToArray()))
            .Where(job => !known.TryGetValue(job.Id, out Outcome? outcome) || !(outcome.IsCaught || suites.All(outcome.Suites.Contains)))
            .OrderBy(job => job.Ops.Length).ToArray();
        int done = 0;
        Each(jobs, (job, worker) =>
        {
            Outcome outcome = known.GetValueOrDefault(job.Id) ?? new(job.Id, job.Ops.Length > 0, job.Ops.Length == 0 ? null : ByReport(job.Id, job.Ops, worker), null, []);
            outcome = ByTests(outcome);
            copy.Keep(outcome);
            Say($"{Interlocked.Increment(ref done)}/{jobs.Length} {copy.Sites[job.Id].File}:{copy.Sites[job.Id].Line} {outcome.ByReport ?? outcome.ByTests ?? "not noticed"}");
        });
    }

    /// <summary>Answers the questions of a run, within the copy.</summary>
    public static void Answer()
    {
        while (Console.ReadLine() is { } line)
        {
            string[] words = line.Split(Separator);
            Console.WriteLine(words[0] == "reach" ? string.Join(Separator, Trials.Reached(words[1]))
                : Tried(int.Parse(words[1], CultureInfo.InvariantCulture), words[2..]));
        }
    }

    // An error that leaves something wrong behind ends the process, so that the next one is judged in a clean one.
    static string Tried(int id, string[] ops)
    {
        string? found = Trials.Finds(id, ops);
        return found is null ? "" : (Trials.IsClean(found.Split(':')[0]) ? "clean" : "spoiled") + Separator + found;
    }

    // Which errors the report of an op computes with, and how long it takes; kept, since this takes as long as a whole report.
    Reach[] Reports()
    {
        var kept = copy.Reaches.ToDictionary(reach => reach.Op);
        string[] open = [.. Trials.All.Where(op => !kept.ContainsKey(op))];
        int done = 0;
        Each(open, (op, worker) =>
        {
            long began = Stopwatch.GetTimestamp();
            string answer = worker.Ask($"reach{Separator}{op}") ?? throw new InvalidOperationException($"The report must end without an error: expected an answer for {op}, got none.");
            copy.Keep(new Reach(op, [.. answer.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], Stopwatch.GetElapsedTime(began).TotalSeconds));
            Say($"{Interlocked.Increment(ref done)}/{open.Length} {op}");
        });
        return [.. copy.Reaches];
    }

    static string? ByReport(int id, string[] ops, Worker worker)
    {
        if (worker.Ask($"try{Separator}{id}{Separator}{string.Join(Separator, ops)}") is not { } answer)
            return "the process dies or never ends";
        string[] words = answer.Split(Separator, 2);
        if (words[0] == "spoiled")
            worker.Dispose();
        return words.Length == 2 ? words[1] : null;
    }

    Outcome ByTests(Outcome outcome)
    {
        foreach (string suite in suites.Except(outcome.Suites))
        {
            if (outcome.IsCaught)
                break;
            outcome = outcome with { ByTests = Fails(suite, outcome.Id) ? suite : null, Suites = [.. outcome.Suites, suite] };
        }

        return outcome;
    }

    bool Fails(string suite, int id)
    {
        string assembly = copy.Assembly(suite);
        var start = new ProcessStartInfo("dotnet", [assembly, "-noLogo", "-noColor", "-stopOnFail"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Mutation.Variable] = id.ToString(CultureInfo.InvariantCulture);
        using Process tests = Process.Start(start)!;
        tests.OutputDataReceived += (_, _) => { };
        tests.ErrorDataReceived += (_, _) => { };
        tests.BeginOutputReadLine();
        tests.BeginErrorReadLine();
        if (!tests.WaitForExit(Worker.Patience))
            tests.Kill(entireProcessTree: true);
        tests.WaitForExit();
        return tests.ExitCode != 0;
    }

    void Each<TJob>(TJob[] jobs, Action<TJob, Worker> work)
    {
        var waiting = new ConcurrentQueue<TJob>(jobs);
        Task.WaitAll([.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            using var worker = new Worker(copy.Assembly("Mutants"));
            while (waiting.TryDequeue(out TJob? job))
                work(job, worker);
        }))]);
    }

    static void Say(string text) => Console.Error.WriteLine(text);
}
