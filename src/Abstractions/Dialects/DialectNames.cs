using System.Collections.Immutable;

namespace ParityNet.Dialects;

/// <summary>The words of a system that mean the same in all of its ops.</summary>
/// <param name="Options">Properties of specs by the system's names of options.</param>
/// <param name="Arguments">PyTorch's names of arguments by the system's.</param>
/// <param name="Words">PyTorch's words of options by the system's.</param>
public sealed record DialectNames(
    ImmutableDictionary<string, string> Options, ImmutableDictionary<string, string> Arguments, ImmutableDictionary<string, string> Words)
{
    static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    static readonly DialectNames torch = new(None, None, None);

    static readonly DialectNames keras = new(
        Named(("learning_rate", "LearningRate"), ("beta_1", "Beta1"), ("beta_2", "Beta2"), ("epsilon", "Epsilon"), ("axis", "Dimension"),
            ("stddev", "StandardDeviation"), ("minval", "Low"), ("maxval", "High"), ("value", "Value"), ("rate", "P"),
            ("end_learning_rate", "EndRate"), ("ignore_class", "IgnoreIndex")),
        Named(("y_pred", "input"), ("y_true", "target"), ("x", "input")),
        Named(("sum_over_batch_size", "mean")));

    static readonly DialectNames optax = new(
        Named(("learning_rate", "LearningRate"), ("b1", "Beta1"), ("b2", "Beta2")),
        Named(("predictions", "input"), ("targets", "target"), ("logits", "input"), ("labels", "target"), ("predictor_outputs", "input"),
            ("scores", "input")),
        None);

    /// <summary>The words of a system.</summary>
    /// <param name="dialect">The system.</param>
    /// <returns>Its words; none for PyTorch, whose words the specs have.</returns>
    public static DialectNames Of(Dialect dialect) => Require.Defined(dialect) switch
    {
        Dialect.Keras => keras,
        Dialect.Optax => optax,
        _ => torch,
    };

    internal static ImmutableDictionary<string, string> Named(params (string Name, string Means)[] names) =>
        names.ToImmutableDictionary(name => name.Name, name => name.Means, StringComparer.Ordinal);
}
