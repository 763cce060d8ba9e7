using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Definitions;

/// <summary>
/// Evaluates the reference definition of every op, as its paper states it, in any number system; use it to judge a backend.
/// </summary>
/// <remarks>
/// Inputs are taken as exact numbers. An <see cref="Enclosure{T}"/> contains every value that a faithful implementation in T can produce;
/// <see cref="Exact"/> gives the exact result for errors in ULP; <see cref="Plain"/> gives doubles. Gradients come from
/// <see cref="Dual{R}"/>. Where a derivative is a convention, or a backward pass has another natural form, the definition declares it next
/// to the formula.
/// </remarks>
public static class Definition
{
    /// <summary>Whether an op has a definition.</summary>
    /// <param name="spec">The op.</param>
    /// <returns>True if it has.</returns>
    public static bool Has(OpSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return DefinitionIndex.Has(spec.GetType());
    }

    /// <summary>Evaluates a loss, an activation or a layer and its gradients in a number system.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="spec">The op.</param>
    /// <param name="operands">The arguments.</param>
    /// <param name="gradients">Names of the arguments to differentiate with respect to; null for the first one only.</param>
    /// <param name="cotangent">The cotangent of the value (the incoming gradient); null for ones.</param>
    /// <param name="wanted">The elements to evaluate; null for all.</param>
    /// <returns>The value and the gradients.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit; the same checks and messages as on every backend.</exception>
    /// <exception cref="NotSupportedException">The op has no definition.</exception>
    public static DefinedFunction<R> Evaluate<T, R>(
        FunctionSpec spec, Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null,
        Wanted? wanted = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(spec);
        gradients ??= spec.ByLead;
        var shape = spec.Check(operands);
        spec.CheckGradients(gradients);
        FunctionSpec.CheckCotangent(cotangent, shape);
        return DefinitionIndex.Find<FunctionDefinition>(spec).Evaluate(
            spec.For<T>(), Arguments<R>.Of(spec, operands, wanted), gradients, cotangent is null ? null : Argument<R>.NumbersOf(cotangent));
    }

    /// <summary>Encloses the results that faithful implementations of a loss, an activation or a layer can produce.</summary>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <param name="spec">The op.</param>
    /// <param name="operands">The arguments.</param>
    /// <param name="gradients">Names of the arguments to differentiate with respect to; null for the first one only.</param>
    /// <param name="cotangent">The cotangent of the value (the incoming gradient); null for ones.</param>
    /// <returns>An enclosure of every element of the value and of the gradients.</returns>
    public static DefinedFunction<Enclosure<T>> Enclose<T>(
        FunctionSpec spec, Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Evaluate<T, Enclosure<T>>(spec, operands, gradients, cotangent);

    /// <summary>Encloses the states that faithful implementations of one optimizer step can produce.</summary>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <param name="spec">The optimizer.</param>
    /// <param name="before">The state before the step.</param>
    /// <param name="gradients">One gradient per parameter, of its shape.</param>
    /// <param name="learningRate">A learning rate for this step only; null for the spec's.</param>
    /// <returns>An enclosure of every element of the state after the step.</returns>
    public static DefinedStep<Enclosure<T>> Enclose<T>(
        OptimizerSpec spec, OptimizerState<T> before, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Step<T, Enclosure<T>>(spec, before, gradients, learningRate);

    /// <summary>Evaluates one optimizer step, every parameter and slot, in a number system.</summary>
    /// <typeparam name="T">The element type of the state.</typeparam>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="spec">The optimizer.</param>
    /// <param name="before">The state before the step.</param>
    /// <param name="gradients">One gradient per parameter, of its shape.</param>
    /// <param name="learningRate">A learning rate for this step only; null for the spec's.</param>
    /// <param name="slots">
    /// Slots before the step that are known in the number system only, such as those after another step; they replace those of the state. Null for
    /// none.
    /// </param>
    /// <returns>The state after the step.</returns>
    /// <exception cref="ArgumentException">The number or the shapes of the gradients do not fit.</exception>
    /// <exception cref="NotSupportedException">The op has no definition.</exception>
    public static DefinedStep<R> Step<T, R>(
        OptimizerSpec spec, OptimizerState<T> before, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null,
        ImmutableDictionary<string, ImmutableArray<ImmutableArray<R>>>? slots = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(before);
        double rate = spec.Check(before, gradients, learningRate);
        return DefinitionIndex.Find<OptimizerDefinition>(spec).Step<T, R>(spec, before, gradients, rate, slots);
    }

    /// <summary>The learning rate after a number of steps, in closed form, in a number system.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="spec">The schedule.</param>
    /// <param name="start">The optimizer's initial learning rate.</param>
    /// <param name="step">The number of steps done, from 0.</param>
    /// <returns>The learning rate.</returns>
    /// <exception cref="NotSupportedException">The op has no definition.</exception>
    public static R Rate<R>(ScheduleSpec spec, double start, long step)
        where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(spec);
        return DefinitionIndex.Find<ScheduleDefinition>(spec).At(spec, R.Exact(start), step);
    }

    /// <summary>The learning rates after 0, 1, 2, … steps, by PyTorch's recursion from one step to the next, in a number system.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="spec">The schedule.</param>
    /// <param name="start">The optimizer's initial learning rate.</param>
    /// <returns>An infinite sequence of learning rates.</returns>
    /// <exception cref="NotSupportedException">The op has no definition.</exception>
    public static IEnumerable<R> Rates<R>(ScheduleSpec spec, double start)
        where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ScheduleDefinition definition = DefinitionIndex.Find<ScheduleDefinition>(spec);
        R rate = R.Exact(start);
        for (long step = 0; ; step++)
            yield return rate = definition.Next(spec, R.Exact(start), rate, step);
    }

    /// <summary>The momentum after a number of steps, for a schedule that cycles it, in a number system.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="spec">The schedule.</param>
    /// <param name="step">The number of steps done, from 0.</param>
    /// <returns>The momentum.</returns>
    /// <exception cref="NotSupportedException">The op has no definition, or no momentum.</exception>
    public static R Momentum<R>(ScheduleSpec spec, long step)
        where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(spec);
        return DefinitionIndex.Find<ScheduleDefinition>(spec).Momentum<R>(spec, step);
    }

    /// <summary>
    /// The steps at which the learning rate is exact or a single product: the start, the turning points, the end, one step past the end.
    /// </summary>
    /// <param name="spec">The schedule.</param>
    /// <param name="start">The optimizer's initial learning rate.</param>
    /// <returns>Steps and learning rates; empty if every rate is rounded.</returns>
    /// <exception cref="NotSupportedException">The op has no definition.</exception>
    public static IEnumerable<KeyValuePair<long, double>> Landmarks(ScheduleSpec spec, double start)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return DefinitionIndex.Find<ScheduleDefinition>(spec).Landmarks(spec, start).Select(mark => KeyValuePair.Create(mark.Step, mark.Rate));
    }

    /// <summary>Evaluates a model's output, its loss and the gradient of every parameter in a number system.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="spec">The model.</param>
    /// <param name="loss">The loss of the output.</param>
    /// <param name="parameters">One tensor per parameter, in the order of the spec.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <param name="target">The target: numbers, or class indices.</param>
    /// <param name="context">Buffers and masks; null for those before training.</param>
    /// <returns>Output, loss, gradients and the buffers after the batch.</returns>
    /// <exception cref="ArgumentException">Parameters, input or target do not fit, or the loss is not reduced.</exception>
    /// <exception cref="NotSupportedException">The op has no definition.</exception>
    public static DefinedModel<R> Model<T, R>(
        ModelSpec spec, LossSpec loss, IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T>? context = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(loss);
        ModelSpec.CheckLoss(loss);
        return DefinitionIndex.Find<ModelDefinition>(spec)
            .Evaluate<T, R>(spec, loss, parameters, input, target, spec.Check(parameters, input, context, training: true));
    }
}
