using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Minimizers;

/// <summary>The training loss of a model on one batch, as a function of all its parameters.</summary>
sealed class ModelObjective<T>(IModel<T> model, Tensor<T> input, Operand<T> target) where T : unmanaged, IFloatingPointIeee754<T>
{
    public Objective<T> Build()
    {
        ImmutableArray<Tensor<T>> initial = model.Spec.Init<T>(0);
        Tensor<T> output = model.Value(initial, input);
        var objective = new Objective<T>(x => Both(x).Value)
        {
            Variables = model.Spec.ToVector(initial).Length,
            Gradient = x => Both(x).Gradient,
            ValueAndGradient = Both,
        };
        return model.Loss is SquaredError squares && model.Spec.Buffers.IsEmpty && target.Lengths.SequenceEqual(output.Lengths)
            ? objective with { Residuals = x => Residuals(squares, x), Jacobian = x => Jacobian(squares, x) } : objective;
    }

    ObjectiveValue<T> Both(T[] x)
    {
        LossAndGradients<T> at = model.LossAndGradients(model.Spec.FromVector<T>(x), input, target);
        return new(at.Loss, model.Spec.ToVector(at.Gradients));
    }

    T[] Residuals(SquaredError squares, T[] x)
    {
        T[] outputs = model.Value(model.Spec.FromVector<T>(x), input).Flat().ToArray();
        ReadOnlySpan<T> targets = target.Numbers.Flat();
        T scale = ScaleOf(squares, outputs.Length);
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = (outputs[i] - targets[i]) * scale;
        return outputs;
    }

    // ∂y/∂θ of one output of one example is the gradient of its squared difference to a target of ours, divided by the derivative of that: other
    // outputs are their own targets and take no part.
    T[,] Jacobian(SquaredError squares, T[] x)
    {
        ImmutableArray<Tensor<T>> parameters = model.Spec.FromVector<T>(x);
        int rows = (int)input.Lengths[0], inputs = (int)input.Lengths[1];
        T[] numbers = input.Flat().ToArray(), outputs = model.Value(parameters, input).Flat().ToArray();
        int width = outputs.Length / Math.Max(1, rows);
        T scale = ScaleOf(squares, outputs.Length);
        T factor = T.CreateChecked((squares.Half ? 1.0 : 2.0) / (squares.Reduction == Reduction.Mean ? width : 1));
        var jacobian = new T[outputs.Length, x.Length];
        for (int row = 0; row < rows; row++)
        {
            Tensor<T> example = Tensor.Create(numbers[(row * inputs)..((row + 1) * inputs)], [1, inputs]);
            // The output of an example alone may be summed in another order than in its batch.
            T[] own = model.Value(parameters, example).Flat().ToArray();
            for (int k = 0; k < width; k++)
            {
                T[] wanted = [.. own];
                wanted[k] = T.Abs(own[k]) < T.One ? own[k] - T.One : own[k] / T.CreateChecked(2);
                T difference = (own[k] - wanted[k]) * factor;
                T[] gradient =
                    model.Spec.ToVector(model.LossAndGradients(parameters, example, Tensor.Create(wanted, [1, width])).Gradients);
                for (int j = 0; j < gradient.Length; j++)
                    jacobian[row * width + k, j] = gradient[j] / difference * scale;
            }
        }

        return jacobian;
    }

    // Residuals whose squares add up to the loss.
    static T ScaleOf(SquaredError squares, int count) =>
        T.CreateChecked(Math.Sqrt((squares.Half ? 0.5 : 1) / (squares.Reduction == Reduction.Mean ? count : 1)));
}
