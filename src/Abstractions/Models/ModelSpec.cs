using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Models;

/// <summary>A small network: its architecture, and how its parameters are initialized.</summary>
public abstract record ModelSpec : OpSpec
{
    /// <summary>Names and shapes of the parameters, in order.</summary>
    public abstract ImmutableArray<ParameterInfo> Parameters { get; }

    /// <summary>The number of input features.</summary>
    public abstract int Inputs { get; }

    /// <summary>
    /// Initial parameters from a seed: the same for every backend and machine, and up to rounding for every element type.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="seed">The seed.</param>
    /// <returns>One tensor per parameter, in the order of <see cref="Parameters"/>.</returns>
    public abstract ImmutableArray<Tensor<T>> Init<T>(ulong seed) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>The chain of functions that makes up the model.</summary>
    /// <param name="training">Whether in training mode: with dropout, and with the statistics of the batch.</param>
    /// <returns>The stages, in order.</returns>
    public abstract ImmutableArray<Stage> Stages(bool training);

    /// <summary>All parameters as one vector, one after another in the order of the spec; as <c>torch.nn.utils.parameters_to_vector</c>.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="parameters">One tensor per parameter, or one gradient.</param>
    /// <returns>Their elements, each row-major.</returns>
    /// <exception cref="ArgumentException">The number or the shapes differ from the spec's.</exception>
    public T[] ToVector<T>(IReadOnlyList<Tensor<T>> parameters) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        CheckAll(parameters, nameof(parameters), [.. Parameters.Select(p => (p.Name, p.Shape))]);
        return [.. parameters.SelectMany(parameter => parameter.Flat().ToArray())];
    }

    /// <summary>The parameters of a vector, as <c>torch.nn.utils.vector_to_parameters</c>: the inverse of <see cref="ToVector"/>.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="vector">One number per element of a parameter.</param>
    /// <returns>One tensor per parameter, in the order of <see cref="Parameters"/>.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public ImmutableArray<Tensor<T>> FromVector<T>(ReadOnlySpan<T> vector) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<ParameterInfo> infos = Parameters;
        int[] counts = [.. infos.Select(info => (int)Shape.Count(info.Shape.AsSpan()))];
        if (vector.Length != counts.Sum())
            throw new ArgumentException(
                $"{nameof(vector)} must hold one number per element of a parameter: expected {counts.Sum()}, got {vector.Length}.");
        var tensors = ImmutableArray.CreateBuilder<Tensor<T>>(infos.Length);
        int start = 0;
        for (int i = 0; i < counts.Length; start += counts[i++])
            tensors.Add(Tensor.Create(vector.Slice(start, counts[i]).ToArray(), infos[i].Shape.AsSpan()));
        return tensors.MoveToImmutable();
    }

    /// <summary>State that is saved but not trained.</summary>
    public virtual ImmutableArray<BufferInfo> Buffers => [];

    /// <summary>The dropout layers, each with the width that it masks.</summary>
    public virtual ImmutableArray<MaskInfo> Dropouts => [];

    /// <summary>The initial buffers.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <returns>One tensor per buffer.</returns>
    public ImmutableArray<Tensor<T>> InitBuffers<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Buffers.Select(b =>
            Tensor.Create([.. Enumerable.Repeat(T.CreateChecked(b.Initial), (int)Shape.Count(b.Shape.AsSpan()))], b.Shape.AsSpan()))];

    /// <summary>The masks of a training step: the same for every backend and machine.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="rows">The number of examples in the batch.</param>
    /// <param name="seed">The seed of the masks; a different one for every step.</param>
    /// <returns>One mask per dropout layer.</returns>
    public ImmutableArray<Tensor<T>> DrawMasks<T>(nint rows, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Xoshiro(seed);
        return [.. Dropouts.Select(d => d.Dropout.Mask<T>([rows, d.Width], random))];
    }

    /// <summary>
    /// Requires that parameters, a batch and its context fit this model; every backend calls it first, so that all reject the same
    /// arguments.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="parameters">One tensor per parameter.</param>
    /// <param name="input">A batch, <c>[N, inputs]</c>.</param>
    /// <param name="context">The buffers and masks; null for initial buffers and no masks.</param>
    /// <param name="training">Whether masks are needed.</param>
    /// <returns>The context; never null.</returns>
    /// <exception cref="ArgumentException">The number or the shapes differ.</exception>
    public ModelContext<T> Check<T>(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, ModelContext<T>? context = null, bool training = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(input);
        CheckAll(parameters, nameof(parameters), [.. Parameters.Select(p => (p.Name, p.Shape))]);
        if (input.Rank != 2 || input.Lengths[1] != Inputs)
            throw new ArgumentException($"{nameof(input)} must be a batch of examples: expected [N, {Inputs}], got {Shape.Text(input.Lengths)}.");
        context ??= new(InitBuffers<T>(), []);
        CheckAll(context.Buffers, "buffers", [.. Buffers.Select(b => (b.Name, b.Shape))]);
        if (training)
            CheckAll(context.Masks, "masks", [.. Dropouts.Select(d => (d.Name, (ImmutableArray<nint>)[input.Lengths[0], d.Width]))]);
        return context;
    }

    static void CheckAll<T>(IReadOnlyList<Tensor<T>> tensors, string what, ImmutableArray<(string Name, ImmutableArray<nint> Shape)> expected)
    {
        if (tensors.Count != expected.Length)
            throw new ArgumentException($"{what} must hold one tensor for each that the model has: expected {expected.Length}, got {tensors.Count}.");
        for (int i = 0; i < expected.Length; i++)
            Require.Shape(tensors[i], expected[i].Shape.AsSpan(), "the model", expected[i].Name);
    }

    /// <summary>Requires a loss that a model can be trained with: one that is reduced to a single number.</summary>
    /// <param name="loss">The loss.</param>
    /// <exception cref="ArgumentException">The loss is not reduced.</exception>
    public static void CheckLoss(LossSpec loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Reduction == Reduction.None)
            throw new ArgumentException(
                $"{nameof(loss)} must be reduced to train by it: expected {nameof(Reduction)} Mean or Sum, got {loss.Reduction}.");
    }
}
