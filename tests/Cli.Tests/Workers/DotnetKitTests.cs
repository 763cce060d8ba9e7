namespace ParityNet.Cli.Tests.Workers;

/// <summary>The kits for C# and F#, as the samples use them.</summary>
public class DotnetKitTests
{
    public static TheoryData<string, string> Served => new MatrixTheoryData<string, string>(["WorkerCSharp", "WorkerFSharp"], ["huber_loss", "sgd", "step_lr"]);

    [Theory, MemberData(nameof(Served))]
    public async Task Sample_holds(string sample, string op)
    {
        string assembly = Repository.Path("artifacts", "bin", sample, "release", $"ParityNet.{sample}.dll");
        Assert.SkipUnless(File.Exists(assembly), $"{sample} must have been built.");

        Ran ran = await Ran.Of("prove", op, "--worker", $"dotnet \"{assembly}\"", "--cases", "150");

        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
    }
}
