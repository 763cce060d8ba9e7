using System.Text.Json;
using ParityNet.Activations;
using ParityNet.Definitions;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Native;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Schedules;
using ParityNet.Torch;

namespace ParityNet.Tests;

/// <summary>Names what is still missing for an op in the places that an op touches.</summary>
public class CompletenessTests
{
    static readonly Dictionary<string, string> WithoutReferences = new()
    {
        ["hinge"] = "PyTorch has no such function; Keras has, and the definition is its formula.",
        ["l2_norm_loss"] = "PyTorch has the norm, but no loss made of it.",
        ["identity"] = "PyTorch's module returns its argument.",
        ["perceptron"] = "A model is made of layers and activations whose references are stored.",
    };

    static readonly Lazy<HashSet<string>> Stored = new(() =>
    [
        .. Directory.EnumerateFiles(Repository.At("tests", "References"), "*.jsonl").SelectMany(System.IO.File.ReadLines)
            .Select(static line => JsonElement.Parse(line).GetProperty("request").GetProperty("name").GetString()!),
    ]);

    public static TheoryData<string> Ops => new(Catalog.All.Select(op => op.Name));

    public static TheoryData<string> Computed => new(Catalog.All.Where(op => op.IsComputed).Select(op => op.Name));

    public static TheoryData<string> Defined => new(Catalog.All.Where(op => op.Kind is not (OpKind.Initializer or OpKind.Minimizer or OpKind.LineSearch) && op.Examples[0] is not ReduceOnPlateau).Select(op => op.Name));

    [Theory, MemberData(nameof(Defined))]
    public void Op_has_a_definition(string name)
    {
        OpEntry op = Catalog.Find(name);

        Assert.True(Definition.Has(op.Examples[0]), $"{name} must have a definition: expected {PlaceOf(op, "Definitions", "Definition")}, got none.");
    }

    [Theory, MemberData(nameof(Computed))]
    public void Native_backend_has_the_op(string name) => Bind(new NativeBackend(), Catalog.Find(name));

    public static TheoryData<string> Minimizers => new(Catalog.Of(OpKind.Minimizer).Select(op => op.Name));

    [Theory, MemberData(nameof(Minimizers))]
    public void Native_backend_has_the_minimizer(string name) => Bind(new NativeBackend(), Catalog.Find(name));

    [Theory, MemberData(nameof(Computed))]
    public void Torch_backend_has_the_op(string name)
    {
        if (TorchBackend.Unavailable is { } reason)
            Assert.Skip(reason);
        Bind(new TorchBackend(), Catalog.Find(name));
    }

    // What PyTorch draws is random; laws hold distributions instead. Of minimizers it has L-BFGS alone, whose runs are in minimizers.jsonl.
    public static TheoryData<string> Answered => new(Catalog.All.Where(op => op.Kind is not (OpKind.Initializer or OpKind.Minimizer or OpKind.LineSearch)).Select(op => op.Name));

    [Theory, MemberData(nameof(Answered))]
    public void Op_has_stored_references_or_a_reason_for_none(string name)
    {
        bool stored = Catalog.Find(name).Names.Any(Stored.Value.Contains);

        Assert.True(
            stored != WithoutReferences.ContainsKey(name),
            stored ? $"{name} must not be excused: expected no reason, got stored references."
                : $"{name} must be held against PyTorch's own answers: expected lines in tests/References or a reason in {nameof(CompletenessTests)}, got neither.");
    }

    [Theory, MemberData(nameof(Ops))]
    public void Examples_show_every_option_in_use(string name)
    {
        OpEntry op = Catalog.Find(name);
        foreach (OptionInfo option in op.Options.Where(o => !o.Required))
            Assert.True(
                op.Examples.Any(example => !Equals(option.Property.GetValue(example), option.Default)),
                $"{name} must show its option {option.Name} in use: expected an example that sets it, got the default in all.");
    }

    // A backend that lacks an op throws, and its message says where to add it.
    static void Bind(IBackend backend, OpEntry op)
    {
        foreach (OpSpec spec in op.Examples)
            Assert.NotNull(spec switch
            {
                LossSpec s => backend.Loss<float>(s),
                ActivationSpec s => backend.Activation<float>(s),
                LayerSpec s => backend.Layer<float>(s),
                OptimizerSpec s => backend.Optimizer<float>(s),
                ModelSpec s => (object)backend.Model<float>(s, new SquaredError()),
                MinimizerSpec s => backend.Minimizer<float>(s),
                _ => null,
            });
    }

    static string PlaceOf(OpEntry op, string project, string suffix) => $"src/{project}/{op.SpecType.Namespace!.Split('.')[^1]}/{op.SpecType.Name}{suffix}.cs";
}
