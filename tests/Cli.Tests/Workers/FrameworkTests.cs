using System.Diagnostics;

namespace ParityNet.Cli.Tests.Workers;

/// <summary>The workers of other frameworks that ship: what they have in common with the definitions, and what the diagnosis says of the rest.</summary>
public class FrameworkTests
{
    const string Core = "core", Keras = "keras";

    // The scripts install what they need; where that is not to be had, they end with 3 and the reason.
    static readonly Lazy<string?> TensorFlow = new(() => Obstacle("tensorflow-js")), Onnx = new(() => Obstacle("onnxruntime"));

    [Theory]
    [InlineData(Core, "sgd")]
    [InlineData(Core, "leaky_relu")]
    [InlineData(Keras, "mse_loss")]
    public async Task TensorFlow_js_holds(string api, string op)
    {
        Ran ran = await OfTensorFlow(api, op);

        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
    }

    // It takes eˣ for ln(1 + eˣ) from x = −13.9 down, where eˣ/2 is more than the last digit.
    [Theory]
    [InlineData(Core)]
    [InlineData(Keras)]
    public async Task Softplus_of_TensorFlow_js_loses_digits(string api)
    {
        Ran ran = await OfTensorFlow(api, "softplus");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("Broken: softplus in float32: the same function, digits lost.", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Core, "adadelta", "The mean square of gradients is that before the step: the first step is SGD's, −η·g")]
    [InlineData(Core, "adagrad", "ε is 1e-7 and stands under the root")]
    [InlineData(Core, "rmsprop", "ε stands under the root, where centered as √(s − ḡ² − ε); momentum is a velocity")]
    [InlineData(Core, "hinge", "Targets of 0 and 1 are taken for −1 and 1")]
    [InlineData(Core, "binary_cross_entropy", "1e-7 is added within both logarithms")]
    public async Task Mistake_or_dialect_of_TensorFlow_js_is_named(string api, string op, string name)
    {
        Ran ran = await OfTensorFlow(api, op);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(name, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("softmax")]
    [InlineData("leaky_relu")]
    [InlineData("cross_entropy")]
    [InlineData("nll_loss")]
    public async Task Onnx_runtime_holds_by_value(string op)
    {
        Assert.SkipWhen(Onnx.Value is not null, Onnx.Value ?? "");

        Ran ran = await Ran.Of("prove", op, "--worker", Command("onnxruntime"), "--cases", "60", "--dtype", "float32");

        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        Assert.Contains("Only the value is judged: onnxruntime answers no gradient.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Onnx_runtime_skips_what_it_lacks_with_its_own_reason()
    {
        Assert.SkipWhen(Onnx.Value is not null, Onnx.Value ?? "");

        Ran ran = await Ran.Of("prove", "selu", "--worker", Command("onnxruntime"), "--cases", "5", "--dtype", "float64");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("onnxruntime skips selu: ONNX Runtime: Could not find an implementation for Selu", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_names_what_was_found_and_who_is_not_there()
    {
        Assert.SkipWhen(TensorFlow.Value is not null, TensorFlow.Value ?? "");
        using var folder = new TemporaryFolder();

        Ran ran = await Ran.Of("frameworks", "--frameworks", "TensorFlow.js", "--ops", "adadelta,sgd", "--cases", "100", "--out", folder.Path);

        string page = await File.ReadAllTextAsync(Path.Combine(folder.Path, "frameworks.md"), TestContext.Current.CancellationToken);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        Assert.Contains("| `adadelta` | **dialect** | published numbers |", page, StringComparison.Ordinal);
        Assert.Contains("| `sgd` | same | TensorFlow.js, published numbers |", page, StringComparison.Ordinal);
        Assert.Contains("the first step is SGD's", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Framework_that_does_not_ship_is_refused_by_name()
    {
        Ran ran = await Ran.Of("frameworks", "--frameworks", "PyTroch");

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal("framework must be one that ships: expected one near PyTorch, got PyTroch.", ran.Error.Trim());
    }

    static async Task<Ran> OfTensorFlow(string api, string op)
    {
        Assert.SkipWhen(TensorFlow.Value is not null, TensorFlow.Value ?? "");
        return await Ran.Of("prove", op, "--worker", $"{Command("tensorflow-js")} {api}", "--cases", "150");
    }

    static string Command(string worker) => $"\"{Repository.Path("workers", worker, "run.sh")}\"";

    static string? Obstacle(string worker)
    {
        if (OperatingSystem.IsWindows())
            return "The workers of frameworks are started by bash.";
        var start = new ProcessStartInfo(Repository.Path("workers", worker, "run.sh"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 3 ? said.Result.Trim().Split('\n')[^1] : null;
    }
}
