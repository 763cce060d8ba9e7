using System.Diagnostics;

namespace ParityNet.Cli.Tests.Workers;

/// <summary>The worker of PyTorch that ships, on ops of which every version of PyTorch computes what the definition says.</summary>
public class PyTorchTests
{
    // Debian's own interpreter has Debian's PyTorch.
    static readonly Lazy<string?> Python = new(() => ((string[])["python3", "/usr/bin/python3"]).FirstOrDefault(HasTorch));

    [Theory]
    [InlineData("huber_loss")]
    [InlineData("mse_loss")]
    [InlineData("kl_div")]
    [InlineData("leaky_relu")]
    [InlineData("softmax")]
    [InlineData("linear")]
    [InlineData("adam")]
    [InlineData("sgd")]
    [InlineData("rmsprop")]
    [InlineData("step_lr")]
    [InlineData("multi_step_lr")]
    public async Task Op_holds(string op)
    {
        Assert.SkipWhen(Python.Value is null, "PyTorch must be installed for python3.");

        Ran ran = await Ran.Of("prove", op, "--worker", $"{Python.Value} \"{Repository.Path("workers", "pytorch", "pytorch_worker.py")}\"", "--cases", "60");

        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
    }

    static bool HasTorch(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import torch"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
