using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Tests.References;

/// <summary>The spec that a stored request means.</summary>
static class ReferenceSpecs
{
    static readonly Lazy<Dictionary<string, Type>> Optimizers = new(() => typeof(OptimizerSpec).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(OptimizerSpec)) && !type.IsAbstract)
        .SelectMany(type => (IEnumerable<OptimizerSpec>)type.GetProperty("Examples")!.GetValue(null)!)
        .DistinctBy(spec => spec.Name).ToDictionary(spec => spec.Name, spec => spec.GetType()));

    public static FunctionSpec? Function(Reference r)
    {
        Reduction reduction = r.Option("reduction")?.GetString() switch
        {
            null or "mean" => Reduction.Mean,
            "sum" => Reduction.Sum,
            "none" => Reduction.None,
            "batchmean" => Reduction.BatchMean,
            string other => throw new ArgumentException($"reduction must be known, got {other}."),
        };
        LogBase unit = r.Option("base")?.GetString() == "bits" ? LogBase.Bits : LogBase.Nats;
        long ignored = r.Option("ignore_index")?.GetInt64() ?? -100;
        int dimension = r.Option("dim")?.GetInt32() ?? -1;
        return r.Name switch
        {
            "mse_loss" => new SquaredError(r.Flag("half"), reduction),
            "l1_loss" => new AbsoluteError(reduction),
            "huber_loss" => new Huber(r.Number("delta", 1), reduction),
            "smooth_l1_loss" => new SmoothL1(r.Number("beta", 1), reduction),
            "hinge" => new Hinge(reduction),
            "l2_norm_loss" => new L2Norm(reduction),
            "binary_cross_entropy" => new BinaryCrossEntropy(unit, reduction),
            "binary_cross_entropy_with_logits" => new BinaryCrossEntropyWithLogits(unit, reduction),
            "kl_div" => new KullbackLeibler(r.Flag("log_target"), unit, reduction),
            "cross_entropy" => new CrossEntropy(r.Number("label_smoothing", 0), ignored, unit, reduction),
            "nll_loss" => new NegativeLogLikelihood(ignored, unit, reduction),
            "multi_margin_loss" => new MultiMargin((int)r.Number("p", 1), r.Number("margin", 1), r.Option("per_class")?.GetBoolean() ?? true, reduction),
            "multilabel_margin_loss" => new MultilabelMargin(reduction),
            "multilabel_soft_margin_loss" => new MultilabelSoftMargin(reduction),
            "categorical_hinge" => new CategoricalHinge(reduction),
            "categorical_focal_crossentropy" => new CategoricalFocalCrossEntropy(r.Number("alpha", 0.25), r.Number("gamma", 2), reduction),
            "poly_loss_cross_entropy" => new PolyCrossEntropy(r.Number("epsilon", 2), reduction),
            "categorical_generalized_cross_entropy" => new GeneralizedCrossEntropy(r.Number("q", 0.5), reduction),
            "multiclass_sparsemax_loss" => new Sparsemax(reduction),
            "jensen_shannon_divergence" => new JensenShannon(unit, reduction),
            "dice_loss" => new Dice(r.Number("smooth", 1), reduction),
            "tversky" => new Tversky(r.Number("alpha", 0.5), r.Number("beta", 0.5), r.Number("smooth", 1), reduction),
            "sigmoid" => new Sigmoid(),
            "tanh" => new Tanh(),
            "relu" => new ReLU(),
            "leaky_relu" => new LeakyReLU(r.Number("negative_slope", 0.01)),
            "softplus" => new Softplus(r.Number("beta", 1), r.Number("threshold", 20)),
            "gelu" => new Gelu(r.Option("approximate")?.GetString() == "tanh" ? GeluForm.Tanh : GeluForm.None),
            "softmax" => new Softmax(dimension),
            "log_softmax" => new LogSoftmax(dimension),
            "prelu" => new PReLU(),
            "celu" => new Celu(r.Number("alpha", 1)),
            "elu" => new Elu(r.Number("alpha", 1)),
            "selu" => new Selu(),
            "silu" => new Silu(),
            "mish" => new Mish(),
            "softsign" => new Softsign(),
            "tanhshrink" => new Tanhshrink(),
            "logsigmoid" => new LogSigmoid(),
            "relu6" => new ReLU6(),
            "hardtanh" => new Hardtanh(r.Number("min_val", -1), r.Number("max_val", 1)),
            "threshold" => new Threshold(r.Number("threshold", 0), r.Number("value", 0)),
            "hardshrink" => new Hardshrink(r.Number("lambd", 0.5)),
            "softshrink" => new Softshrink(r.Number("lambd", 0.5)),
            "hardsigmoid" => new Hardsigmoid(),
            "hardswish" => new Hardswish(),
            "rrelu" => new RReLU(r.Number("lower", 1.0 / 8), r.Number("upper", 1.0 / 3), r.Flag("training")),
            "glu" => new Glu(dimension),
            "softmin" => new Softmin(dimension),
            "linear" => new Linear(),
            "layer_norm" => new LayerNorm([.. r.Option("normalized_shape")!.Value.EnumerateArray().Select(length => length.GetInt32())], r.Number("eps", 1e-5)),
            "batch_norm" => new BatchNorm(r.Flag("training"), r.Number("momentum", 0.1), r.Number("eps", 1e-5)),
            "batch_norm_update_stats" => new BatchStatistics(r.Number("momentum", 0.1)),
            "dropout" => new Dropout(r.Number("p", 0.5), r.Option("training")?.GetBoolean() ?? true),
            "l1_penalty" => new L1Penalty(r.Number("strength", 0.01)),
            "l2_penalty" => new L2Penalty(r.Number("strength", 0.01), r.Flag("half")),
            _ => null,
        };
    }

    public static OptimizerSpec? Optimizer(Reference r)
    {
        if (!Optimizers.Value.TryGetValue(r.Name, out Type? type))
            return null;
        ConstructorInfo constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        // Optimizers around others are read by the catalogue alone; the tests of the tool hold them against their definitions.
        if (constructor.GetParameters().Any(p => p.ParameterType == typeof(OptimizerSpec) || p.ParameterType == typeof(ImmutableArray<OptimizerSpec>)))
            return null;
        return (OptimizerSpec)constructor.Invoke([.. constructor.GetParameters().Select(p => Option(r, type.GetProperty(p.Name!)!) ?? p.DefaultValue)]);
    }

    static object? Option(Reference r, PropertyInfo property)
    {
        OptionAttribute? named = property.GetCustomAttribute<OptionAttribute>();
        if (r.Option(named?.Name ?? Snake(property.Name)) is not { } value)
            return null;
        JsonElement one = named is { Index: >= 0 } ? value[named.Index] : value;
        return property.PropertyType.IsEnum ? Enum.Parse(property.PropertyType, one.GetString()!, ignoreCase: true)
            : property.PropertyType == typeof(bool) ? one.GetBoolean()
            : property.PropertyType == typeof(int) ? (object)one.GetInt32() : one.GetDouble();
    }

    static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
