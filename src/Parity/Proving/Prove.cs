using System.Numerics;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>Holds mathematics of your own against its definition, and against libtorch.</summary>
/// <remarks>
/// Generated and adversarial cases run through your code; every value, gradient, parameter and slot must lie inside bounds that are
/// derived from the computation. Nothing here throws: what your code throws is part of the verdict.
/// </remarks>
public static class Prove
{
    /// <summary>Proves a loss given by the value and derivative of one element.</summary>
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

    /// <summary>Proves a loss of whole tensors.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your loss; it is asked for its value and its gradient by the prediction, without weights.</param>
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

    /// <summary>Proves a loss that no catalogue has, against the definition that you write.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its mathematics, over an abstract number.</param>
    /// <param name="element">Your loss: from prediction and target to value and derivative.</param>
    /// <param name="reference">Another implementation to compare with, for example in TorchSharp; null for none.</param>
    /// <param name="reduction">How elements become the result; <see cref="Reduction.BatchMean"/> is not one of the ways.</param>
    /// <param name="options">The number of cases and the seed; its backend is not asked, since it does not know the loss.</param>
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

    /// <summary>Proves an optimizer given by the rule of one parameter.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; it names the slots.</param>
    /// <param name="rule">Your rule: from a parameter, its gradient and its memory to the same after the step.</param>
    /// <param name="options">A reference, the number of cases, the seed; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Optimizer<T>(OptimizerSpec spec, Func<ElementStep<T>, ElementStep<T>> rule, ProofOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(rule);
        return Optimizer(spec, new ElementwiseOptimizer<T>(spec, rule), options);
    }

    /// <summary>Proves an optimizer of whole tensors: one step at a time, each from a state of its own, slots included.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your optimizer.</param>
    /// <param name="options">A reference, the number of cases, the seed; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Optimizer<T>(OptimizerSpec spec, IOptimizer<T> mine, ProofOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        options ??= new();
        var draw = new Draw<T>(spec, options.Seed);
        return ProofRun<T>.Run(CSharp.Spec(spec), options, new OwnBackend(optimizer: mine), options.Against, draw.At);
    }

    // Weights and gradients by the target are the library's business, not that of the mathematics in question.
    static FunctionCase<T> Bare<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operands<T> operands = from.Function.Operands.Where(o => !o.Optional && from.Operands.Has(o.Name))
            .Aggregate(Operands<T>.None, (all, o) => all.With(o.Name, from.Operands[o.Name]));
        return new(from.Function, operands, [from.Function.Lead.Name], from.Cotangent);
    }
}
