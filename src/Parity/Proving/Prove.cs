using System.Numerics;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>Checks your own implementation of a loss or an optimizer against its definition, and against libtorch.</summary>
/// <remarks>
/// Your code runs on generated and adversarial cases; every value, gradient, parameter and slot must lie inside an enclosure derived from
/// the computation. No method here throws because of your code: its exceptions become part of the verdict.
/// </remarks>
public static class Prove
{
    /// <summary>Checks an elementwise loss given by the value and derivative of one element.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; its reduction is applied to your elements.</param>
    /// <param name="element">Your loss: from prediction and target to value and derivative.</param>
    /// <param name="options">A reference, the number of cases, the seed; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Loss<T>(ElementLoss spec, Func<T, T, ValueAndDerivative<T>> element, ProofOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(element);
        return Loss(spec, new ElementwiseLoss<T>(spec, element), options);
    }

    /// <summary>Checks a loss that works on whole tensors.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your loss; it is called for its value and its gradient with respect to the prediction, without weights.</param>
    /// <param name="options">A reference, the number of cases, the seed; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Loss<T>(LossSpec spec, ILoss<T> mine, ProofOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        options ??= new();
        var draw = new Draw<T>(spec, options.Seed);
        return ProofRun<T>.Run(CSharp.Spec(spec), options, new OwnBackend(loss: mine), options.Against, i => Bare((FunctionCase<T>)draw.At(i)));
    }

    /// <summary>Checks an elementwise loss that is not in the catalogue against a definition that you write.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its formula, over an abstract number type.</param>
    /// <param name="element">Your loss: from prediction and target to value and derivative.</param>
    /// <param name="reference">Another implementation to compare with, for example in TorchSharp; null for none.</param>
    /// <param name="reduction">The reduction; <see cref="Reduction.BatchMean"/> is not supported.</param>
    /// <param name="options">The number of cases and the seed; its backend is ignored, since it does not have the loss.</param>
    /// <returns>The verdict.</returns>
    public static Proof Loss<T>(
        string name, IElementDefinition definition, Func<T, T, ValueAndDerivative<T>> element, ILoss<T>? reference = null,
        Reduction reduction = Reduction.Mean, ProofOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(element);
        options ??= new();
        var spec = new OwnLoss(name, reduction);
        var draw = new Draw<T>(spec, options.Seed);
        return ProofRun<T>.Run(name, options, new OwnBackend(loss: new ElementwiseLoss<T>(spec, element)),
            reference is null ? null : new OwnBackend("reference", reference), i => new OwnCase<T>(Bare((FunctionCase<T>)draw.At(i)), definition));
    }

    /// <summary>Checks an elementwise optimizer given by the update rule of one scalar parameter.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; it names the slots.</param>
    /// <param name="rule">Your rule: from a parameter, its gradient and its slots before the step to those after it.</param>
    /// <param name="options">A reference, the number of cases, the seed; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Optimizer<T>(OptimizerSpec spec, Func<ElementStep<T>, ElementStep<T>> rule, ProofOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(rule);
        return Optimizer(spec, new ElementwiseOptimizer<T>(spec, rule), options);
    }

    /// <summary>Checks an optimizer that works on whole tensors, by single steps from generated states, slots included.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your optimizer.</param>
    /// <param name="options">A reference, the number of cases, the seed; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Optimizer<T>(OptimizerSpec spec, IOptimizer<T> mine, ProofOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        options ??= new();
        var draw = new Draw<T>(spec, options.Seed);
        return ProofRun<T>.Run(CSharp.Spec(spec), options, new OwnBackend(optimizer: mine), options.Against, draw.At);
    }

    // Weights and gradients with respect to the target are not what the user's formula is about.
    static FunctionCase<T> Bare<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operands<T> operands = from.Function.Operands.Where(o => !o.Optional && from.Operands.Has(o.Name))
            .Aggregate(Operands<T>.None, (all, o) => all.With(o.Name, from.Operands[o.Name]));
        return new(from.Function, operands, [from.Function.Lead.Name], from.Cotangent);
    }
}
