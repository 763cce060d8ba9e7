using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Cli.Sweeps;
using ParityNet.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>sweep</c>: a report in parts, on this machine or on a cluster.</summary>
static class SweepCommand
{
    const int Usual = 8, Cores = 2;

    public static Command Create(Terminal terminal)
    {
        Option<int?> local = Values.Some("--local", "Run the parts here, so many at a time.", 1);
        Option<bool> slurm = Values.Flag("--slurm", "Run the parts as a job array of Slurm."),
            print = Values.Flag("--print", "Print the script for Slurm, and do nothing.");
        Option<int> shards = Values.Whole("--shards", "The number of parts.", Usual, 1),
            cores = Values.Whole("--cores", "The cores of a part on Slurm.", Cores, 1);
        Option<string> account = Values.Text("--account", "name", "The account that Slurm charges.", ""),
            partition = Values.Text("--partition", "name", "The partition of Slurm.", ""),
            time = Values.Text("--time", "limit", "Slurm's limit for a part.", ""),
            container = Values.Text("--container", "image", "The image of a container, for clusters with pyxis.", "");
        var run = new RunOptions(CaseBudget.Report);
        Option<string[]?> ops = Values.List("--ops", "names", $"The ops, separated by commas; {OpNames.Help}. By default the whole catalogue.");
        var delivery = new DeliveryOptions();
        var command = new Command("sweep", "Makes a report in parts: as processes here, or as a job array of Slurm; then merges them.")
        {
            local, slurm, print, shards, account, partition, time, container, cores, ops,
        };
        run.AddTo(command);
        delivery.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(local) is null == !parsed.GetValue(slurm))
                throw new UsageException("sweep must be told where to run: expected either --local or --slurm.");
            string folder = Path.Combine(Path.GetFullPath(delivery.Folder(parsed)), "parts");
            var sweep = new Sweep(parsed.GetValue(shards), folder, [.. Passed(parsed, run, ops)]);
            var options = new SlurmOptions(parsed.GetRequiredValue(account), parsed.GetRequiredValue(partition), parsed.GetRequiredValue(time),
                parsed.GetRequiredValue(container), parsed.GetValue(cores));
            if (parsed.GetValue(print))
            {
                terminal.Output.Write(SlurmSweep.Script(sweep, sweep.Shards, options));
                return ExitCode.Done;
            }
            using Delivery output = delivery.Open(parsed, parsed.GetValue(run.Json), terminal);
            using var interruption = new Interruption();
            Directory.CreateDirectory(folder);
            ReportOptions wanted = run.Read(parsed, OpNames.Find(parsed.GetValue(ops) ?? []), terminal);
            PartFiles.RemoveOthers(sweep.Shards.Select(sweep.FileOf), new ReportRun(wanted).Blank(Shard.Whole), terminal);
            if (parsed.GetValue(local) is { } processes)
                LocalSweep.Run(sweep, processes, terminal, interruption.Token);
            else
                SlurmSweep.Run(sweep, options, terminal, interruption.Token);
            if (sweep.Missing() is { IsEmpty: false } missing)
                throw new UsageException(sweep.Given(missing));
            IReadOnlyList<ReportPart> parts = PartFiles.Read(sweep.Shards.Select(sweep.FileOf));
            if (ReportParts.Obstacle(parts) is { } obstacle)
                throw new UsageException(obstacle);
            Report report = ReportParts.Merged(parts);
            output.Write(report);
            return Judged.ExitCodeOf(report);
        });
        return command;
    }

    // As they were written, so that every part reads what this command read.
    static IEnumerable<string> Passed(ParseResult parsed, RunOptions run, Option ops) => run.All.Append(ops).Where(option => option != run.Json)
        .Select(parsed.GetResult).OfType<System.CommandLine.Parsing.OptionResult>().Where(result => !result.Implicit)
        .SelectMany(result => result.Tokens.Select(token => token.Value).Prepend(result.Option.Name));
}
