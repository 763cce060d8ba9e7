using System.Diagnostics;
using ParityNet.Reports;

namespace ParityNet.Cli.Tests.Commands;

/// <summary>Sweeps on a real Slurm, which <c>eng/slurm.sh</c> starts; elsewhere they are skipped.</summary>
public class SlurmTests
{
    static readonly string[] Job = ["--ops", "adam,lamb", "--cases", "300", "--backends", "native"];

    [Fact]
    public async Task A_job_array_gives_the_report_of_one_run_though_its_node_dies_in_the_middle()
    {
        string? state = Environment.GetEnvironmentVariable("PARITY_SLURM");
        Assert.SkipWhen(state is null, "Slurm is needed: run the test with eng/slurm.sh, as root.");
        using var folder = new TemporaryFolder();
        await Ran.Of(["report", .. Job, "--out", folder.Sub("whole")]);
        Task<Ran> sweep = Task.Run(() => Ran.Of(["sweep", "--slurm", "--shards", "3", "--cores", "1", .. Job, "--out", folder.Sub("swept")]));
        while (!Directory.Exists(folder.Sub("swept/parts")) || Directory.GetFiles(folder.Sub("swept/parts"), "*.log").Length == 0)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        await Kill(state!);
        Ran ran = await sweep;
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        Assert.Contains("node failure", File.ReadAllText(Path.Combine(state!, "slurmctld.log")), StringComparison.Ordinal);
        Assert.Equal(Canonical(folder.Sub("whole")), Canonical(folder.Sub("swept")));
    }

    // The daemon of the node, its steps and what they run; then the node comes back.
    static async Task Kill(string state)
    {
        string daemon = File.ReadAllText(Path.Combine(state, "slurmd.pid")).Trim();
        await Shell($"kill -9 {daemon}; for step in $(pgrep -x slurmstepd); do kill -9 $(pgrep -P $step) $step; done; true");
        await Shell("slurmd -f \"$SLURM_CONF\"");
    }

    static async Task Shell(string command)
    {
        using Process shell = Process.Start("sh", ["-c", command]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }

    static string Canonical(string folder) => ReportJson.Canonical(ReportJson.Read(File.ReadAllText(Path.Combine(folder, "report.json"))));
}
