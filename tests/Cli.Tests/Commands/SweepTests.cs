using System.Diagnostics;
using ParityNet.Cli.Sweeps;
using ParityNet.Reports;

namespace ParityNet.Cli.Tests.Commands;

public class SweepTests
{
    static readonly string[] Job = ["--ops", "huber_loss,sgd", "--cases", "9", "--dtype", "float32", "--backends", "native"];

    [Fact]
    public async Task A_sweep_gives_the_report_of_one_run_and_makes_only_what_is_missing_again()
    {
        using var folder = new TemporaryFolder();
        await Ran.Of(["report", .. Job, "--out", folder.Sub("whole")]);
        Ran swept = await Ran.Of(["sweep", "--local", "2", "--shards", "3", .. Job, "--out", folder.Sub("swept")]);
        Assert.True(swept.ExitCode == 0, swept.Error);
        Assert.Equal(Canonical(folder.Sub("whole")), Canonical(folder.Sub("swept")));

        string kept = folder.Sub("swept/parts/part-1-of-3.json"), lost = folder.Sub("swept/parts/part-2-of-3.json");
        DateTime written = File.GetLastWriteTimeUtc(kept);
        File.Delete(lost);
        Assert.Equal(0, (await Ran.Of(["sweep", "--local", "2", "--shards", "3", .. Job, "--out", folder.Sub("swept")])).ExitCode);
        Assert.True(File.Exists(lost));
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
    }

    [Fact]
    public async Task A_script_for_slurm_names_what_was_asked_for_and_is_valid_for_a_shell()
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of(["sweep", "--slurm", "--print", "--shards", "64", .. Job, "--account", "physics", "--partition", "long", "--time", "2:00:00", "--container", "mcr/dotnet",
            "--out", folder.Sub("a b")]);
        Assert.Equal(0, ran.ExitCode);
        foreach (string line in (string[])["#!/bin/sh", "#SBATCH --array=1-64", "#SBATCH --account=physics", "#SBATCH --partition=long", "#SBATCH --time=2:00:00",
            "#SBATCH --container-image=mcr/dotnet", "#SBATCH --requeue"])
            Assert.Contains($"{line}\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("--shard \"${SLURM_ARRAY_TASK_ID}/64\" --out '", ran.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Sub("a b")));
        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-n"]) { RedirectStandardInput = true })!;
        await shell.StandardInput.WriteAsync(ran.Output);
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public async Task A_sweep_runs_either_here_or_on_slurm()
    {
        (await Ran.Of("sweep")).IsOneSentence("expected either --local or --slurm");
        (await Ran.Of("sweep", "--local", "2", "--slurm")).IsOneSentence("expected either --local or --slurm");
    }

    [Theory]
    [InlineData("1-3,7,9-10", 1, 2, 3, 7, 9, 10)]
    [InlineData("5", 5)]
    public void Numbers_are_written_as_slurm_reads_them(string text, params int[] numbers) => Assert.Equal(text, SlurmSweep.Ranges(numbers));

    static string Canonical(string folder) => ReportJson.Canonical(ReportJson.Read(File.ReadAllText(Path.Combine(folder, "report.json"))));
}
