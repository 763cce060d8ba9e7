using System.Numerics.Tensors;
using ParityNet.Native;
using ParityNet.Optimizers;
using ParityNet.Serialization;

namespace ParityNet.Tests;

public class StateTests
{
    static readonly Tensor<float> Weights = Tensor.Create([1f, 2f, 3f, 4f], [2, 2]), Bias = Tensor.Create([0.5f, -0.5f], [2]), Scale = Tensor.Create([1f], [1]);

    [Fact]
    public void Saved_training_goes_on_as_if_it_had_not_stopped()
    {
        NativeBackend backend = new NativeBackend();
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "state.safetensors");
        Tensor<float>[] gradients = [Weights];

        OptimizerSpec spec = new AdamW(1e-3).WithClippedNorm(1).WithLookahead(5, 0.5);
        IOptimizer<float> optimizer = backend.Optimizer<float>(spec);
        OptimizerState<float> state = optimizer.Update(optimizer.Init([Weights]), gradients);
        state.Save(path, spec);

        OptimizerState<float> resumed = StateFile.Load<float>(path, spec);

        Assert.Equal(optimizer.Update(state, gradients).Parameters[0].Flat().ToArray(), optimizer.Update(resumed, gradients).Parameters[0].Flat().ToArray());
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Groups_step_with_options_of_their_own()
    {
        NativeBackend backend = new NativeBackend();
        var spec = new Groups(
            new ParameterGroup(new AdamW(WeightDecay: 0.1), 0),
            new ParameterGroup(new AdamW(WeightDecay: 0), 1, 2));
        OptimizerState<float> start = backend.Optimizer<float>(spec).Init([Weights, Bias, Scale]);
        OptimizerState<float> after = backend.Optimizer<float>(spec).Update(start, [.. start.Parameters.Select(p => Tensor.Create(new float[p.FlattenedLength], p.Lengths))]);

        Assert.NotEqual(Weights.Flat().ToArray(), after.Parameters[0].Flat().ToArray());
        Assert.Equal(Bias.Flat().ToArray(), after.Parameters[1].Flat().ToArray());
    }
}
