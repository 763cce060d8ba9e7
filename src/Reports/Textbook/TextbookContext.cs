using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Reports.Textbook;

/// <summary>A backend with the interface of the textbook's examples: small arrays of doubles.</summary>
/// <param name="backend">The backend.</param>
sealed class TextbookContext(IBackend backend)
{
    /// <summary>The backend's name.</summary>
    public string Name => backend.Name;

    /// <summary>An activation of a row.</summary>
    /// <param name="spec">The activation.</param>
    /// <param name="x">The row.</param>
    /// <returns>The values.</returns>
    public double[] Activation(ActivationSpec spec, params double[] x) => backend.Activation<double>(spec).Value(Tensor.Create(x)).Flat().ToArray();

    /// <summary>The derivative of an activation at one number, times a cotangent.</summary>
    /// <param name="spec">The activation.</param>
    /// <param name="x">The number.</param>
    /// <param name="cotangent">The cotangent.</param>
    /// <returns>The product.</returns>
    public double Pullback(ActivationSpec spec, double x, double cotangent) =>
        backend.Activation<double>(spec).Pullback(Tensor.Create([x]), Tensor.Create([cotangent])).Flat()[0];

    /// <summary>The loss of a row.</summary>
    /// <param name="spec">The loss; reduced.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    /// <returns>The loss.</returns>
    public double Loss(LossSpec spec, double[] prediction, double[] target) =>
        backend.Loss<double>(spec).Value(Tensor.Create(prediction), Tensor.Create(target)).Flat()[0];

    /// <summary>The loss of rows of scores and their classes.</summary>
    /// <param name="spec">The loss; reduced.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="labels">Their classes.</param>
    /// <returns>The loss.</returns>
    public double Loss(LossSpec spec, double[][] rows, params long[] labels)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return backend.Loss<double>(spec).Value(Matrix(rows), Tensor.Create(labels, [labels.Length])).Flat()[0];
    }

    /// <summary>
    /// The derivative of the loss of one neuron with respect to its pre-activation, by the chain rule through the activation.
    /// </summary>
    /// <param name="loss">The loss; reduced.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="z">The pre-activation.</param>
    /// <param name="target">The target.</param>
    /// <returns>The derivative.</returns>
    public double NeuronDerivative(LossSpec loss, ActivationSpec activation, double z, double target)
    {
        double o = Activation(activation, z)[0];
        return Pullback(activation, z, backend.Loss<double>(loss).Gradient(Tensor.Create([o]), Tensor.Create([target])).Flat()[0]);
    }

    /// <summary>The gradient of a loss with respect to the prediction.</summary>
    /// <param name="spec">The loss; reduced.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    /// <returns>One number per element.</returns>
    public double[] Gradient(LossSpec spec, double[] prediction, double[] target) =>
        backend.Loss<double>(spec).Gradient(Tensor.Create(prediction), Tensor.Create(target)).Flat().ToArray();

    /// <summary>The loss of rows of scores and probabilities of their classes.</summary>
    /// <param name="spec">The loss; reduced.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="targets">The rows of class probabilities, as many.</param>
    /// <returns>The loss.</returns>
    public double Loss(LossSpec spec, double[][] rows, double[][] targets) =>
        backend.Loss<double>(spec).Value(Matrix(rows), Matrix(targets)).Flat()[0];

    /// <summary>The value of a function of named arguments.</summary>
    /// <param name="spec">The function.</param>
    /// <param name="arguments">Name, elements and shape of each.</param>
    /// <returns>The values.</returns>
    public double[] Function(FunctionSpec spec, params (string Name, double[] Numbers, nint[] Shape)[] arguments) =>
        backend.Function<double>(spec).Evaluate(arguments.Aggregate(
            Operands<double>.None, (all, one) => all.With(one.Name, Tensor.Create(one.Numbers, one.Shape))), []).Value.Flat().ToArray();

    /// <summary>The output of a network for one example.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="parameters">Its parameters, each row-major.</param>
    /// <param name="x">The example.</param>
    /// <returns>The output.</returns>
    public double[] Output(ModelSpec spec, double[][] parameters, double[] x)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return backend.Model<double>(spec, Any).Value(Tensors(spec, parameters), Examples(spec, x)).Flat().ToArray();
    }

    /// <summary>The loss of a network and its gradients with respect to all parameters.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="loss">The loss; reduced.</param>
    /// <param name="parameters">Its parameters, each row-major.</param>
    /// <param name="x">The examples, row-major.</param>
    /// <param name="y">The targets.</param>
    /// <returns>The loss and the gradients.</returns>
    public LossAndGradients<double> Network(ModelSpec spec, LossSpec loss, double[][] parameters, double[] x, Operand<double> y)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return backend.Model<double>(spec, loss).LossAndGradients(Tensors(spec, parameters), Examples(spec, x), y);
    }

    /// <summary>The loss of a network after full-batch optimizer steps.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="loss">The loss; reduced.</param>
    /// <param name="parameters">Its initial parameters, each row-major.</param>
    /// <param name="x">The examples, row-major.</param>
    /// <param name="y">The targets.</param>
    /// <param name="rule">The optimizer.</param>
    /// <param name="steps">How many steps.</param>
    /// <returns>The loss after them.</returns>
    public double Trained(ModelSpec spec, LossSpec loss, double[][] parameters, double[] x, Operand<double> y, OptimizerSpec rule, int steps)
    {
        ArgumentNullException.ThrowIfNull(spec);
        IModel<double> model = backend.Model<double>(spec, loss);
        IOptimizer<double> optimizer = backend.Optimizer<double>(rule);
        Tensor<double> examples = Examples(spec, x);
        OptimizerState<double> state = optimizer.Init(Tensors(spec, parameters));
        for (int step = 0; step < steps; step++)
            state = optimizer.Update(state, model.LossAndGradients(state.Parameters, examples, y).Gradients);
        return model.LossAndGradients(state.Parameters, examples, y).Loss;
    }

    /// <summary>The loss of two linear layers without biases on one example, and its gradients with respect to both weights.</summary>
    /// <param name="loss">The loss; reduced.</param>
    /// <param name="first">The weight of the first layer, 2 × 2, row-major.</param>
    /// <param name="second">The weight of the second layer, 2 × 2, row-major.</param>
    /// <param name="x">The input, two numbers.</param>
    /// <param name="y">The target, two numbers.</param>
    /// <returns>The loss, and the gradients with respect to the first and the second weight.</returns>
    public (double Loss, double[] First, double[] Second) TwoLayers(LossSpec loss, double[] first, double[] second, double[] x, double[] y)
    {
        LossAndGradients<double> all = Network(
            new Perceptron([2, 2, 2], new Identity(), new Identity()), loss, [first, new double[2], second, new double[2]], x,
                Tensor.Create(y, [1, 2]));
        return (all.Loss, all.Gradients[0].Flat().ToArray(), all.Gradients[2].Flat().ToArray());
    }

    /// <summary>Optimizer steps on one scalar parameter that starts at 0.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="gradients">One gradient per step.</param>
    /// <returns>The state after.</returns>
    public OptimizerState<double> Steps(OptimizerSpec spec, IEnumerable<double> gradients)
    {
        IOptimizer<double> optimizer = backend.Optimizer<double>(spec);
        return gradients.Aggregate(optimizer.Init([Tensor.Create([0.0])]), (state, gradient) => optimizer.Update(state, [Tensor.Create([gradient])]));
    }

    /// <summary>One optimizer step on one scalar parameter.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="slots">Slots with other than their usual initial values.</param>
    /// <returns>The state after.</returns>
    public OptimizerState<double> Step(OptimizerSpec spec, double gradient, IReadOnlyDictionary<string, double>? slots = null)
    {
        IOptimizer<double> optimizer = backend.Optimizer<double>(spec);
        OptimizerState<double> state = optimizer.Init([Tensor.Create([0.0])]);
        foreach ((string name, double value) in slots ?? ImmutableDictionary<string, double>.Empty)
            state = state with { Step = 1, Slots = state.Slots.SetItem(name, [Tensor.Create([value])]) };
        return optimizer.Update(state, [Tensor.Create([gradient])]);
    }

    /// <summary>The trajectory of an optimizer in the plane.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="start">The initial point.</param>
    /// <param name="gradient">The gradient at a point.</param>
    /// <param name="steps">How many steps.</param>
    /// <returns>The points, including the start.</returns>
    public double[][] Path(OptimizerSpec spec, double[] start, Func<double[], double[]> gradient, int steps)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        IOptimizer<double> optimizer = backend.Optimizer<double>(spec);
        OptimizerState<double> state = optimizer.Init([Tensor.Create(start)]);
        var path = new List<double[]> { start };
        for (int t = 0; t < steps; t++)
        {
            state = optimizer.Update(state, [Tensor.Create(gradient(path[^1]))]);
            path.Add(state.Parameters[0].Flat().ToArray());
        }
        return [.. path];
    }

    // The output of a network does not depend on the loss to which it is bound.
    static readonly SquaredError Any = new();

    static Tensor<double> Matrix(double[][] rows) => Tensor.Create<double>([.. rows.SelectMany(r => r)], [rows.Length, rows[0].Length]);

    static Tensor<double> Examples(ModelSpec spec, double[] x) => Tensor.Create(x, [x.Length / spec.Inputs, spec.Inputs]);

    static Tensor<double>[] Tensors(ModelSpec spec, double[][] parameters) =>
        [.. spec.Parameters.Zip(parameters, (info, numbers) => Tensor.Create(numbers, info.Shape.AsSpan()))];
}
