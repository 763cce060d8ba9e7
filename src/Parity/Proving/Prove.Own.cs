using System.Linq.Expressions;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

public static partial class Prove
{
    /// <summary>Checks an elementwise loss that is not in the catalogue against a definition that you write.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its formula, over an abstract number type.</param>
    /// <param name="element">Your loss: from prediction and target to value and derivative.</param>
    /// <param name="reference">Another implementation to compare with, for example in TorchSharp; null for none.</param>
    /// <param name="reduction">The reduction; <see cref="Reduction.BatchMean"/> is not supported.</param>
    /// <param name="options">Which inputs and how many cases; its backend is ignored, since it does not have the loss.</param>
    /// <param name="source">What you wrote for <paramref name="element"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Loss<T>(
        string name, IElementDefinition definition, Func<T, T, ValueAndDerivative<T>> element, ILoss<T>? reference = null,
        Reduction reduction = Reduction.Mean, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(element))] string? source = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(element);
        var spec = new OwnLoss(name, reduction);
        return Own(spec, definition, new ElementwiseLoss<T>(spec, element), reference, options,
            OwnSource.Of(element, source, OwnSource.Arguments.Numbers), "");
    }

    /// <summary>Checks an elementwise loss that is not in the catalogue against its formula, an ordinary lambda.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="formula">
    /// The loss of a prediction and a target: arithmetic, comparisons, conditionals and functions of <see cref="Math"/>; anything else is
    /// refused by name.
    /// </param>
    /// <param name="element">Your loss: from prediction and target to value and derivative.</param>
    /// <param name="reduction">The reduction; <see cref="Reduction.BatchMean"/> is not supported.</param>
    /// <param name="options">Which inputs and how many cases.</param>
    /// <param name="source">What you wrote for <paramref name="element"/>.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentException">The formula holds something that is not known.</exception>
    public static Proof OwnLoss<T>(
        string name, Expression<Func<double, double, double>> formula, Func<T, T, ValueAndDerivative<T>> element,
        Reduction reduction = Reduction.Mean, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(element))] string? source = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Loss(name, new ExpressionFormula(formula), element, null, reduction, options, source);
    }

    /// <summary>Checks the derivative of an elementwise loss that is not in the catalogue against its formula: no step width is involved.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="formula">The loss of a prediction and a target, an ordinary lambda.</param>
    /// <param name="derivative">Your derivative: from prediction and target to the derivative with respect to the prediction.</param>
    /// <param name="options">Which inputs and how many cases.</param>
    /// <param name="source">What you wrote for <paramref name="derivative"/>.</param>
    /// <returns>The verdict, which says that the gradient alone was proved.</returns>
    /// <exception cref="ArgumentException">The formula holds something that is not known.</exception>
    public static Proof OwnLossGradient<T>(
        string name, Expression<Func<double, double, double>> formula, Func<T, T, T> derivative, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(derivative))] string? source = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(derivative);
        var spec = new OwnLoss(name, Reduction.None);
        var read = new ExpressionFormula(formula);
        return Own(spec, read, new ElementwiseLoss<T>(spec, (x, y) => new(T.Zero, derivative(x, y)), (operands, _) =>
            Rounded<T>(new OwnCase<T>(new(spec, operands, []), read).Define<Exact>()[0], spec.Check(operands).AsSpan())), null, options,
            OwnSource.Of(derivative, source, OwnSource.Arguments.Numbers), GradientAlone);
    }

    /// <summary>Checks an elementwise activation that is not in the catalogue against a definition that you write.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its formula, over an abstract number type.</param>
    /// <param name="element">Your activation: from a number to value and derivative.</param>
    /// <param name="options">Which inputs and how many cases.</param>
    /// <param name="source">What you wrote for <paramref name="element"/>.</param>
    /// <returns>The verdict.</returns>
    public static Proof Activation<T>(
        string name, IActivationDefinition definition, Func<T, ValueAndDerivative<T>> element, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(element))] string? source = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(element);
        options ??= new();
        var spec = new OwnActivation(name);
        var draw = new Draw<T>(spec, options.Seed);
        var filter = new CaseFilter<T>(options);
        return new ProofRun<T>(name, null, options with { Against = null },
            new OwnBackend(_ => new ElementwiseActivation<T>(spec, x => element(x).Value, x => element(x).Derivative)),
            OwnSource.Of(element, source, OwnSource.Arguments.Numbers))
            .Of(i => filter.Of(draw.At(i)) is FunctionCase<T> @case ? new OwnActivationCase<T>(@case, definition) : null);
    }

    /// <summary>Checks an elementwise activation that is not in the catalogue against its formula, an ordinary lambda.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="formula">
    /// The activation of a number: arithmetic, comparisons, conditionals and functions of <see cref="Math"/>; anything else is refused by name.
    /// </param>
    /// <param name="element">Your activation: from a number to value and derivative.</param>
    /// <param name="options">Which inputs and how many cases.</param>
    /// <param name="source">What you wrote for <paramref name="element"/>.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentException">The formula holds something that is not known.</exception>
    public static Proof OwnActivation<T>(
        string name, Expression<Func<double, double>> formula, Func<T, ValueAndDerivative<T>> element, ProofOptions? options = null,
        [CallerArgumentExpression(nameof(element))] string? source = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Activation(name, new ExpressionFormula(formula), element, options, source);
    }

    static Proof Own<T>(
        OwnLoss spec, IElementDefinition definition, ILoss<T> mine, ILoss<T>? reference, ProofOptions? options, OwnSource source, string remark)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        options ??= new();
        var draw = new Draw<T>(spec, options.Seed);
        var filter = new CaseFilter<T>(options);
        return new ProofRun<T>(spec.Name, null, options with { Against = reference is null ? null : new OwnBackend(_ => reference, "reference") },
            new OwnBackend(_ => mine), source)
        { Remark = remark }
            .Of(i => filter.Of(Bare((FunctionCase<T>)draw.At(i))) is FunctionCase<T> @case ? new OwnCase<T>(@case, definition) : null);
    }

    static Tensor<T> Rounded<T>(Defined<Exact> defined, ReadOnlySpan<nint> shape) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create([.. defined.Elements.Select(number => T.CreateTruncating(number.ToDouble()))], shape);
}
