using System.Diagnostics;
using ParityNet.Torch;

namespace ParityNet.DependencyInjectionTests;

/// <summary>The sample, run as the program that it is.</summary>
public class HostSampleTests
{
    const string Steps = """
        step 0: loss 0.4583
        step 1: loss 0.4178
        step 2: loss 0.3628
        step 3: loss 0.3052
        step 4: loss 0.2487
        step 5: loss 0.1983
        """;

    [Theory]
    [InlineData("native")]
    [InlineData("torch")]
    public async Task Sample_computes_the_same_with_the_backend_that_the_environment_names(string backend)
    {
        Assert.SkipWhen(backend == "torch" && TorchBackend.Unavailable is not null, TorchBackend.Unavailable ?? "");
        Assert.Equal((0, $"backend: {backend}\n{Steps}\n", ""), await Run(backend));
    }

    [Fact]
    public async Task Sample_takes_the_backend_of_its_settings_file_without_the_environment() =>
        Assert.Equal((0, $"backend: native\n{Steps}\n", ""), await Run(null));

    [Fact]
    public async Task Sample_refuses_a_wrong_name_in_one_sentence() =>
        Assert.Equal((2, "", "ParityNet:Backend must name a registered backend: expected native or torch, got banana.\n"),
            await Run("banana"));

    [Fact]
    public async Task Sample_without_the_torch_library_says_why_and_still_runs_native()
    {
        (int code, string output, string error) = await Run("torch", natives: "none");
        Assert.Equal((2, ""), (code, output));
        Assert.Matches("^ParityNet:Backend is torch. The torch backend cannot be used on this machine: TorchSharp must have native libraries [^\n]+\n$", error);
        Assert.Equal((0, $"backend: native\n{Steps}\n", ""), await Run("native", natives: "none"));
    }

    // Natives are the folders where the loader finds libraries, where it is not to look for itself.
    static async Task<(int Code, string Output, string Error)> Run(string? backend, string? natives = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ParityNet.Host.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("ParityNet__Backend");
        if (natives is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(HostSampleTests).Assembly.Location;
            start.Environment["PARITY_NATIVES"] = natives;
        }
        if (backend is not null)
            start.Environment["ParityNet__Backend"] = backend;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
