namespace ParityNet.Torch;

/// <summary>A network, computed by calls of libtorch: the output of a batch.</summary>
/// <param name="sources">The tensors of each source.</param>
/// <param name="input">The batch.</param>
/// <param name="moved">
/// Receives the running statistics after the batch, in the order of the buffers; null where they are not needed.
/// </param>
delegate Tensor Network(IReadOnlyDictionary<StageSource, Tensor[]> sources, Tensor input, Tensor[]? moved);

public sealed partial class TorchBackend
{
    internal static Network NetworkOf(ModelSpec spec, bool training) => spec switch
    {
        Perceptron s => Chain(s.Stages(training)),
        _ => throw Missing(spec, "Models"),
    };

    internal static Forward ForwardOf(FunctionSpec spec) => spec switch
    {
        LossSpec s => ForwardOf(s),
        ActivationSpec s => ForwardOf(s),
        LayerSpec s => ForwardOf(s),
        _ => throw Missing(spec, "Layers"),
    };

    static Network Chain(IEnumerable<Stage> stages) => (sources, input, moved) => stages.Aggregate(input, (x, stage) =>
    {
        var arguments = new Dictionary<string, Tensor> { ["input"] = x };
        foreach (StageArgument argument in stage.Arguments)
            arguments[argument.Operand] = sources[argument.Source][argument.Index];
        if (moved is not null && stage.Statistics is { } statistics)
            Move(statistics, stage, arguments, moved);
        return ForwardOf(stage.Function)(new TorchArguments(arguments));
    });

    static void Move(FunctionSpec statistics, Stage stage, Dictionary<string, Tensor> arguments, Tensor[] moved)
    {
        using IDisposable quiet = torch.no_grad();
        Dictionary<string, Tensor> copies = statistics.Operands.ToDictionary(o => o.Name, o => arguments[o.Name].clone());
        Tensor after = ForwardOf(statistics)(new TorchArguments(copies));
        foreach ((int row, StageArgument buffer) in stage.From(StageSource.Buffer).Index())
            moved[buffer.Index] = after.select(0, row);
    }
}
