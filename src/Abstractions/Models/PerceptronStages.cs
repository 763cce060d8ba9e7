using ParityNet.Activations;
using ParityNet.Layers;

namespace ParityNet.Models;

/// <summary>The chain of functions that makes up a perceptron.</summary>
static class PerceptronStages
{
    public static IEnumerable<Stage> Of(Perceptron model, bool training)
    {
        int parameter = 0;
        for (int layer = 0; layer < model.Layers; layer++)
        {
            bool hidden = layer < model.Layers - 1;
            yield return new(new Linear(), [Next("weight"), Next("bias")]);
            if (hidden && model.Normalization == Normalization.Layer)
                yield return new(new LayerNorm([model.Widths[layer + 1]]), [Next("weight"), Next("bias")]);
            if (hidden && model.Normalization == Normalization.Batch)
            {
                var norm = new BatchNorm(training, model.Momentum);
                yield return new(norm, [Next("weight"), Next("bias"), Buffer("running_mean", 2 * layer), Buffer("running_var", 2 * layer + 1)],
                    training ? norm.Statistics : null);
            }
            ActivationSpec activation = model.ActivationOf(layer);
            yield return new(activation, activation is PReLU ? [Next("weight")] : []);
            if (hidden && training && model.Dropout > 0)
                yield return new(new Dropout(model.Dropout), [new("mask", StageSource.Mask, layer)]);
        }

        StageArgument Next(string operand) => new(operand, StageSource.Parameter, parameter++);
    }

    static StageArgument Buffer(string operand, int index) => new(operand, StageSource.Buffer, index);
}
