using System.Diagnostics;
using System.Globalization;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Reports;

namespace ParityNet.Cli.Sweeps;

/// <summary>Runs the parts of a sweep as a job array of Slurm.</summary>
static class SlurmSweep
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>The script of a job array for some parts.</summary>
    public static string Script(Sweep sweep, IEnumerable<Shard> parts, SlurmOptions options)
    {
        (string Name, string Value)[] directives =
        [
            ("job-name", "paritynet"), ("array", Ranges([.. parts.Select(part => part.Index)])), ("cpus-per-task", $"{options.Cores}"),
            ("output", $"{sweep.Folder}/part-%a-of-{sweep.Count}.log"), ("open-mode", "append"), ("requeue", ""),
            ("account", options.Account), ("partition", options.Partition), ("time", options.Time), ("container-image", options.Container),
        ];
        return "#!/bin/sh\n"
            + string.Concat(directives.Where(d => d.Value.Length > 0 || d.Name == "requeue")
                .Select(d => d.Value.Length > 0 ? $"#SBATCH --{d.Name}={d.Value}\n" : $"#SBATCH --{d.Name}\n"))
            + $"exec {string.Join(' ', Self.Words.Concat(sweep.Of(Index)).Select(Quoted))}\n";
    }

    /// <summary>Submits the parts that are missing, follows them to their end, and submits again what is missing then.</summary>
    public static void Run(Sweep sweep, SlurmOptions options, Terminal terminal, CancellationToken cancellation)
    {
        for (int attempt = 0; attempt < Sweep.Attempts && sweep.Missing() is { IsEmpty: false } missing; attempt++)
        {
            string job = Submit(Script(sweep, missing, options));
            terminal.WriteWrapped($"Submitted job {job}: parts {Ranges([.. missing.Select(part => part.Index)])} of {sweep.Count}.");
            Follow(sweep, job, terminal, cancellation);
        }
    }

    /// <summary>Numbers as Slurm writes them: <c>1-4,7</c>.</summary>
    public static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (int start = 0; start < numbers.Count;)
        {
            int end = start;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
                end++;
            parts.Add(start == end ? Text(numbers[start]) : $"{Text(numbers[start])}-{Text(numbers[end])}");
            start = end + 1;
        }
        return string.Join(',', parts);
    }

    const string Index = "${SLURM_ARRAY_TASK_ID}";

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The number of the part is the one thing that the shell expands.
    static string Quoted(string argument) => argument.Contains(Index, StringComparison.Ordinal) ? $"\"{argument}\"" : ShellText.Quoted(argument);

    static string Submit(string script)
    {
        (int code, string output, string error) = Slurm(script, "sbatch", "--parsable");
        return code == 0 ? output.Trim().Split(';')[0]
            : throw new UsageException($"sbatch must take the job: expected a job's number, got {error.Trim().TrimEnd('.')}.");
    }

    static void Follow(Sweep sweep, string job, Terminal terminal, CancellationToken cancellation) =>
        Bar.Show(terminal, $"Job {job}", sweep.Count, tell =>
        {
            while (Slurm("", "squeue", "--noheader", "--jobs", job) is { Code: 0, Output: var queue } && queue.Trim().Length > 0)
            {
                if (cancellation.WaitHandle.WaitOne(Pause))
                {
                    Slurm("", "scancel", job);
                    cancellation.ThrowIfCancellationRequested();
                }
                tell(sweep.Count - sweep.Missing().Length, "");
            }
            return true;
        });

    static (int Code, string Output, string Error) Slurm(string input, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new UsageException($"Slurm must be installed: expected the command {program}, got none; sweep --local needs no Slurm.", problem);
        }
    }
}
