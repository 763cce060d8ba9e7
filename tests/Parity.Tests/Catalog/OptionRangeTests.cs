using ParityNet.Parity.Cases;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>An option beyond the range of <c>float</c> has one meaning, whatever the backend.</summary>
public sealed class OptionRangeTests
{
    public static TheoryData<string, string> Options => new(
        from entry in Catalog.All
        where entry.Examples[0] is FunctionSpec
        from option in entry.Options
        where option.Type == typeof(double)
        select (entry.Name, option.Name));

    [Theory, MemberData(nameof(Options))]
    public void An_option_too_large_for_float_is_refused_by_all_or_by_none(string op, string option)
    {
        IBackend torch = Backends.RequireTorch();
        OpEntry entry = Catalog.Find(op);
        foreach (double size in (double[])[1e308, -1e308, float.MaxValue * 1.5])
            if (Built(entry, option, size) is { } spec)
                Assert.Equal(Refusal(spec, torch), Refusal(spec, Backends.Native));
    }

    [Theory, InlineData("hardtanh", "min_val", "Minimum"), InlineData("softshrink", "lambd", "Lambda"), InlineData("hinge_embedding_loss", "margin", "Margin")]
    public void What_libtorch_cannot_convert_is_refused_in_float_alone(string op, string option, string name)
    {
        FunctionSpec spec = Built(Catalog.Find(op), option, 1e308)!;

        Assert.Equal($"{name} must be in the range of float32: expected a size of at most 3.4028235E+38, got 1E+308.", Refusal(spec, Backends.Native));
        Assert.True(spec.Fits<double>());
        Assert.False(spec.Fits<float>());
    }

    [Theory]
    [InlineData("sgd", """{"lr":1e308}""", "lr must be in the range of float32: expected a size of at most 3.4028235E+38, got 1E+308.")]
    [InlineData("adam", """{"lr":3.5e38}""", "lr must be in the range of float32: expected a size of at most 3.4028235E+38, got 3.5E+38.")]
    [InlineData("adamw", """{"weight_decay":1e308}""", "weight_decay must be in the range of float32: expected a size of at most 3.4028235E+38, got 1E+308.")]
    [InlineData("rprop", """{"step_sizes":[1,1e308]}""", "step_sizes[1] must be in the range of float32: expected a size of at most 3.4028235E+38, got 1E+308.")]
    [InlineData("adafactor", """{"eps":[1e308,1]}""", "eps[0] must be in the range of float32: expected a size of at most 3.4028235E+38, got 1E+308.")]
    public void Optimizers_refuse_it_too(string op, string options, string message)
    {
        string request = $$"""{"op":"optimizer","name":"{{op}}","options":{{options}},"params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[1]}]]""";
        foreach (IBackend backend in Backends.All)
        {
            var session = new EvalSession(backend);
            Assert.Contains($"\"message\":\"{message}\"", session.Answer(request + "}"), StringComparison.Ordinal);
            Assert.Contains("\"params\"", session.Answer(request + ""","dtype":"float64"}"""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Flat_memory_is_refused_as_tensors_are()
    {
        var spec = new Losses.HingeEmbedding(1e308);
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => Backends.Native.Loss<float>(spec).ValueAndGradient([1f], [1f], new float[1]));

        Assert.Equal(Refusal(spec, Backends.Native), problem.Message);
    }

    static FunctionSpec? Built(OpEntry entry, string option, double value)
    {
        try
        {
            var options = entry.OptionsOf(entry.Examples[0]).ToDictionary(o => o.Key, o => OptionValue.Json(o.Value));
            options[option] = OptionValue.Json(value);
            return (FunctionSpec)entry.Build(options);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static string? Refusal(FunctionSpec spec, IBackend backend)
    {
        try
        {
            new Draw<float>(spec, 1).At(0).Run(backend);
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return problem.Message;
        }
    }
}
