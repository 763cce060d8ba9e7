using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Initializers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Schedules;

namespace ParityNet.Parity.Proving;

/// <summary>Checks your own implementation of an op against its definition, and against libtorch.</summary>
/// <remarks>
/// Your code runs on generated and adversarial cases; every value, gradient, parameter and slot must lie inside an enclosure derived from
/// the computation. No method here throws because of your code: its exceptions become part of the verdict. The last parameter of each method is
/// what you wrote for your implementation, which the compiler fills in; verdicts quote it.
/// </remarks>
public static partial class Prove
{
    const string ValueAlone = ", value alone", GradientAlone = ", gradient alone";

    /// <summary>Checks an elementwise loss given by the value and derivative of one element.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; its reduction is applied to your elements.</param>
    /// <param name="element">Your loss: from prediction and target to value and derivative.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="element"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Loss<T>(ElementLoss spec, Func<T, T, ValueAndDerivative<T>> element, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(element))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(element);
        return Function<T>(spec, of => new ElementwiseLoss<T>((ElementLoss)of, element), options,
            OwnSource.Of(element, source, OwnSource.Arguments.Numbers));
    }

    /// <summary>Checks an elementwise loss that has no gradient.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; its reduction is applied to your elements.</param>
    /// <param name="value">Your loss: from prediction and target to the loss of one element.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="value"/>.</param>
    /// <returns>The verdict, which says that the value alone was proved.</returns>
    public static Proof LossValue<T>(ElementLoss spec, Func<T, T, T> value, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(value))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(value);
        return Function<T>(spec, of => new ElementwiseLoss<T>((ElementLoss)of, (x, y) => new(value(x, y), T.Zero)), options,
            OwnSource.Of(value, source, OwnSource.Arguments.Numbers), ValueAlone);
    }

    /// <summary>Checks the derivative of an elementwise loss against the definition's value: no step width is involved.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The loss of which it should be the derivative.</param>
    /// <param name="derivative">Your derivative: from prediction and target to the derivative with respect to the prediction.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="derivative"/>.</param>
    /// <returns>The verdict, which says that the gradient alone was proved.</returns>
    public static Proof LossGradient<T>(ElementLoss spec, Func<T, T, T> derivative, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(derivative))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(derivative);
        return Function<T>(spec, of => new ElementwiseLoss<T>((ElementLoss)of, (x, y) => new(T.Zero, derivative(x, y)),
            (operands, shape) => Defined.Value((ElementLoss)of, operands, shape.AsSpan())), options,
            OwnSource.Of(derivative, source, OwnSource.Arguments.Numbers), GradientAlone);
    }

    /// <summary>Checks a loss that works on whole tensors.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your loss; it is called for its value and its gradient with respect to the prediction, without weights.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="mine"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Loss<T>(LossSpec spec, ILoss<T> mine, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(mine))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return Function<T>(spec, _ => mine, options, OwnSource.Of(mine, source, OwnSource.Arguments.Tensors));
    }

    /// <summary>Checks a loss, activation or layer that is made from its spec, so that the options can be drawn too.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TSpec">The kind of spec.</typeparam>
    /// <param name="spec">What it should compute; with <see cref="ProofOptions.VariesOptions"/> other options are drawn beside it.</param>
    /// <param name="mine">Your function of a spec.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="mine"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Function<T, TSpec>(TSpec spec, Func<TSpec, IFunction<T>> mine, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(mine))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TSpec : FunctionSpec
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return Function<T>(spec, of => mine((TSpec)of), options, OwnSource.Of(mine, source, OwnSource.Arguments.Tensors));
    }

    /// <summary>Checks an elementwise activation given by the value and derivative of one number.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="element">Your activation: from a number to value and derivative.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="element"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Activation<T>(ActivationSpec spec, Func<T, ValueAndDerivative<T>> element, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(element))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(element);
        return Elementwise<T>(spec, x => element(x).Value, x => element(x).Derivative, options, element, source, "");
    }

    /// <summary>Checks an elementwise activation that has no derivative.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="value">Your activation of one number.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="value"/>.</param>
    /// <returns>The verdict, which says that the value alone was proved.</returns>
    public static Proof ActivationValue<T>(ActivationSpec spec, Func<T, T> value, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(value))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        return Elementwise(spec, value, null, options, value, source, ValueAlone);
    }

    /// <summary>Checks the derivative of an elementwise activation against the definition's value.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The activation of which it should be the derivative.</param>
    /// <param name="derivative">Your derivative at one number.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="derivative"/>.</param>
    /// <returns>The verdict, which says that the gradient alone was proved.</returns>
    public static Proof ActivationGradient<T>(ActivationSpec spec, Func<T, T> derivative, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(derivative))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(derivative);
        return Elementwise(spec, null, derivative, options, derivative, source, GradientAlone);
    }

    /// <summary>Checks an activation that works on whole tensors.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your activation; it is called for its value and its gradient with respect to the input.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="mine"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Activation<T>(ActivationSpec spec, IActivation<T> mine, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(mine))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return Function<T>(spec, _ => mine, options, OwnSource.Of(mine, source, OwnSource.Arguments.Tensors));
    }

    /// <summary>Checks a layer; it is called for its value and its gradients with respect to all its arguments.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your layer.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="mine"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Layer<T>(LayerSpec spec, IFunction<T> mine, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(mine))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return Run<T>(spec, _ => mine, options, OwnSource.Of(mine, source, OwnSource.Arguments.Tensors), "", @case => @case);
    }

    /// <summary>Checks an elementwise optimizer given by the update rule of one scalar parameter.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; it names the slots.</param>
    /// <param name="rule">Your rule: from a parameter, its gradient and its slots before the step to those after it.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="rule"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Optimizer<T>(OptimizerSpec spec, Func<ElementStep<T>, ElementStep<T>> rule, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(rule))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(rule);
        return Run<T>(spec, of => new ElementwiseOptimizer<T>((OptimizerSpec)of, rule), options,
            OwnSource.Of(rule, source, OwnSource.Arguments.Step), "", @case => @case);
    }

    /// <summary>Checks an optimizer that works on whole tensors, by single steps from generated states, slots included.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your optimizer.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="mine"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Optimizer<T>(OptimizerSpec spec, IOptimizer<T> mine, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(mine))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return Run<T>(spec, _ => mine, options, OwnSource.Of(mine, source, OwnSource.Arguments.Tensors), "", @case => @case);
    }

    /// <summary>Checks a schedule by its rates at steps from 0 on, its landmarks among them.</summary>
    /// <param name="spec">What it should compute.</param>
    /// <param name="rate">Your schedule: from the optimizer's learning rate and the step, from 0, to the rate of the step.</param>
    /// <param name="options">The number of cases and the seed; null for 1,000 cases.</param>
    /// <param name="source">What you wrote for <paramref name="rate"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Schedule(ScheduleSpec spec, Func<double, long, double> rate, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(rate))] string? source = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(rate);
        options ??= new();
        var draw = new ScheduleDraw(spec, options.Seed);
        return new ProofRun<double>(CSharp.Spec(spec), Catalog.Entry(spec), options, new OwnBackend(_ => rate),
            OwnSource.Of(rate, source, OwnSource.Arguments.Tensors)).Of(draw.At);
    }

    /// <summary>Checks an initializer by the support, the ends, the moments and the distribution of what it draws.</summary>
    /// <remarks>
    /// Numbers are drawn in three shapes, in two of which one fan is small, so that a fan or gain that is another one shows. A distance of Kolmogorov
    /// and Smirnov, mean and variance are held against bounds that a right initializer leaves with a probability of at most 10⁻⁹ in the whole proof.
    /// An orthogonal initializer is held to orthogonality, and a constant one to its constant.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should draw.</param>
    /// <param name="mine">Your initializer: from a shape and a seed to as many numbers, row-major.</param>
    /// <param name="options">The number of draws, of which at most eight a shape are made, and the first seed; null for the defaults.</param>
    /// <returns>The verdict.</returns>
    public static Proof Initializer<T>(InitializerSpec spec, Func<nint[], ulong, T[]> mine, ProofOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return InitializerProof.Of(spec, mine, options ?? new());
    }

    /// <summary>Checks a model by its output, its loss and the gradients of all parameters.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute.</param>
    /// <param name="mine">Your model, for a loss.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <param name="source">What you wrote for <paramref name="mine"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Model<T>(ModelSpec spec, Func<LossSpec, IModel<T>> mine, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(mine))] string? source = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        return Run<T>(spec, _ => mine, options, OwnSource.Of(mine, source, OwnSource.Arguments.Tensors), "", @case => @case);
    }

    /// <summary>Checks an op of any backend, a worker in another language among them.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">What it should compute; with <see cref="ProofOptions.VariesOptions"/> other options are drawn beside it.</param>
    /// <param name="mine">The backend.</param>
    /// <param name="options">Which inputs, how many cases, a reference; null for 1,000 cases and no reference.</param>
    /// <returns>The verdict.</returns>
    public static Proof Backend<T>(OpSpec spec, IBackend mine, ProofOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(mine);
        options ??= new();
        return new ProofRun<T>(CSharp.Spec(spec), Catalog.Entry(spec), options, mine,
            new OwnSource(mine.Name, null, OwnSource.Arguments.Tensors)).Of(Filtered<T>(options, DrawOf<T>(spec, options).At));
    }

    static Proof Elementwise<T>(
        ActivationSpec spec, Func<T, T>? value, Func<T, T>? derivative, ProofOptions? options, object own, string? source, string remark)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Function<T>(spec, of => new ElementwiseActivation<T>((ActivationSpec)of, value, derivative), options,
            OwnSource.Of(own, source, OwnSource.Arguments.Numbers), remark);
    }

    // Weights and gradients with respect to the target are not what the user's formula is about.
    static Proof Function<T>(FunctionSpec spec, Func<OpSpec, object> make, ProofOptions? options, OwnSource source, string remark = "")
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Run<T>(spec, make, options, source, remark, @case => Bare((FunctionCase<T>)@case, remark == ValueAlone));

    static Proof Run<T>(
        OpSpec spec, Func<OpSpec, object> make, ProofOptions? options, OwnSource source, string remark, Func<Case<T>, Case<T>> bared)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        options ??= new();
        Draw<T> draw = DrawOf<T>(spec, options);
        return new ProofRun<T>(CSharp.Spec(spec), Catalog.Entry(spec), options, new OwnBackend(make), source) { Remark = remark }
            .Of(Filtered<T>(options, i => bared(draw.At(i))));
    }

    static Func<int, Case<T>?> Filtered<T>(ProofOptions options, Func<int, Case<T>> draw) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var filter = new CaseFilter<T>(options);
        return i => filter.Of(draw(i));
    }

    static Draw<T> DrawOf<T>(OpSpec spec, ProofOptions options) where T : unmanaged, IFloatingPointIeee754<T> =>
        options.VariesOptions ? new(Catalog.Entry(spec), options.Seed) : new(spec, options.Seed);

    static FunctionCase<T> Bare<T>(FunctionCase<T> from, bool valueAlone = false) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operands<T> operands = from.Function.Operands.Where(o => !o.Optional && from.Operands.Has(o.Name))
            .Aggregate(Operands<T>.None, (all, o) => all.With(o.Name, from.Operands[o.Name]));
        return new(from.Function, operands, valueAlone ? [] : [from.Function.Lead.Name], valueAlone ? null : from.Cotangent);
    }
}
