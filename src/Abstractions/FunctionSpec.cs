using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>A function of named tensors: a loss, an activation or a layer.</summary>
/// <remarks>
/// Laws, <c>eval</c> and generated cases know the arguments only through these members: their names, domains, shapes and indices.
/// An op with other rules for its arguments overrides them.
/// </remarks>
public abstract record FunctionSpec : OpSpec
{
    /// <summary>The arguments, in PyTorch's order.</summary>
    public abstract ImmutableArray<OperandInfo> Operands { get; }

    /// <summary>The points at which the formula changes, besides 0, ½, 1 and the numeric options; generated cases include them.</summary>
    public virtual ImmutableArray<double> Kinks => [];

    /// <summary>
    /// The lead, the first argument: the shapes of the others follow from its shape, and gradients are taken with respect to it by default.
    /// </summary>
    public OperandInfo Lead => Operands[0];

    /// <summary>The arguments to differentiate with respect to by default: the lead, where it is differentiable.</summary>
    public IReadOnlyCollection<string> ByLead => Lead.Differentiable ? [Lead.Name] : [];

    /// <summary>
    /// The options, by their names here, that are converted to the element type before use: a finite one must be in its range.
    /// </summary>
    protected virtual IEnumerable<KeyValuePair<string, double>> Converted => [];

    /// <summary>The family of shapes that the lead may have.</summary>
    public virtual ShapeFamily LeadShapes => ShapeFamily.Any;

    /// <summary>Whether the lead may be a PyTorch scalar, of shape <c>[]</c> there and <c>[1]</c> here.</summary>
    public virtual bool TakesScalars => true;

    /// <summary>Whether each element of the value depends only on the elements of the arguments at the same position.</summary>
    public virtual bool IsElementwise => false;

    /// <summary>The lengths that the trailing dimensions of the lead must have; empty for most ops.</summary>
    public virtual ImmutableArray<nint> LeadEnding => [];

    /// <summary>The same op on rows of another length; most ops take rows of any.</summary>
    /// <param name="length">The length.</param>
    /// <returns>The op.</returns>
    public virtual FunctionSpec WithRows(int length) => this;

    /// <summary>Whether the lead may have a given shape of its family; most ops accept all of them.</summary>
    /// <param name="lead">The shape.</param>
    /// <returns>True where it may.</returns>
    public virtual bool FitsLead(ReadOnlySpan<nint> lead) => true;

    /// <summary>Whether an argument may contain a given number; most ops accept all numbers, NaN included.</summary>
    /// <param name="operand">The name of the argument.</param>
    /// <param name="value">The number.</param>
    /// <returns>False where the op refuses it.</returns>
    public virtual bool Takes(string operand, double value) => true;

    /// <summary>The shapes that an argument of numbers may have for a given shape of the lead; by default the lead's own.</summary>
    /// <param name="operand">The name of the argument.</param>
    /// <param name="lead">The shape of the lead.</param>
    /// <returns>The shapes, the most usual one first; none where the argument must hold indices.</returns>
    public virtual ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) => [[.. lead]];

    /// <summary>The shape of an argument as text for documentation: <c>[N, C]</c>, or its relation to the lead's.</summary>
    /// <param name="operand">The name of the argument.</param>
    /// <returns>The text; an op whose arguments have other shapes than the lead overrides it.</returns>
    public virtual string ShapeText(string operand) => operand != Lead.Name ? $"as {Lead.Name}" : LeadShapes switch
    {
        ShapeFamily.Rows => "[C] or [N, C]",
        ShapeFamily.DeepRows => "[C], [N, C] or [N, C, d₁, …]",
        ShapeFamily.Channels => "[N, C] or [N, C, d₁, …]",
        ShapeFamily.Sequences => "[T, C] or [T, N, C]",
        _ => "any",
    };

    /// <summary>Draws an argument of valid indices for a given shape of the lead.</summary>
    /// <param name="operand">The name of the argument.</param>
    /// <param name="lead">The shape of the lead.</param>
    /// <param name="drawn">The index arguments before it.</param>
    /// <param name="random">The random generator.</param>
    /// <returns>Valid indices, including special ones.</returns>
    /// <exception cref="NotSupportedException">The op does not override this method.</exception>
    public virtual Tensor<long> DrawIndices(string operand, ReadOnlySpan<nint> lead, IReadOnlyDictionary<string, Tensor<long>> drawn,
        Xoshiro random) =>
        throw new NotSupportedException(
            $"{Name} must say how to draw {operand}: expected an override of {nameof(DrawIndices)} in {GetType().Name}, got none.");

    /// <summary>The shape of the value in PyTorch, where a single number has the shape <c>[]</c>.</summary>
    /// <param name="shapes">The shapes of the arguments by name, <c>[]</c> among them.</param>
    /// <param name="value">The shape of the value here, where a single number has the shape <c>[1]</c>.</param>
    /// <returns>A shape with the same number of elements.</returns>
    public virtual ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value) => value;

    /// <summary>
    /// The multiplications, or operations as quick, that the value takes beyond some for each element of the arguments and of the value; 0 for most
    /// ops. A gradient takes as many again.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments, checked; shapes alone count.</param>
    /// <returns>The number.</returns>
    public virtual double Multiplications<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> => 0;

    /// <summary>Requires that the arguments fit this op; every backend calls it first, so that all reject the same arguments.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <returns>The shape of the value; <c>[1]</c> where it is reduced.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is missing, unknown, of the wrong kind or shape, or holds a value that the op does not accept.
    /// </exception>
    public ImmutableArray<nint> Check<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(operands);
        CheckOptions<T>();
        ImmutableArray<OperandInfo> known = Operands;
        foreach (string name in operands.Names)
            if (known.All(o => o.Name != name))
                throw new ArgumentException($"{Name} must be given arguments that it has: expected {Listed(o => true)}, got {name}.");
        foreach (OperandInfo info in known)
            CheckKind(info, operands);
        ImmutableArray<nint> shape = CheckShapes(operands);
        CheckValues(operands);
        return shape;
    }

    /// <summary>
    /// The same for arguments that may be like those of an earlier call: then only their values are checked, which takes no memory.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <param name="before">What an earlier check with this op and type found, or null.</param>
    /// <returns>What was found: <paramref name="before"/> itself where the arguments are like those.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit; as <see cref="Check{T}"/> throws it.</exception>
    public CheckedArguments CheckAgain<T>(Operands<T> operands, CheckedArguments? before) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (before is null || !KnowsByShapes || !before.Fit(operands))
            return CheckedArguments.Of(this, operands);
        CheckValues(operands);
        return before;
    }

    /// <summary>
    /// Whether <see cref="CheckShapes{T}"/> looks at names, kinds and shapes alone, so that what it finds holds for all arguments with the same.
    /// </summary>
    protected virtual bool KnowsByShapes => false;

    /// <summary>Requires values for which the op is defined; most ops accept any. Names, kinds and shapes have been checked.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    protected virtual void CheckValues<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> { }

    /// <summary>Requires that the options can be used with an element type; <see cref="Check{T}"/> does so too.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">A finite option that is converted to the type is out of its range.</exception>
    public void CheckOptions<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Fits<T>())
            foreach ((string name, double value) in Converted)
                Require.InRangeOfFloat(value, name);
    }

    /// <summary>Whether the options can be used with an element type.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <returns>False where <see cref="CheckOptions{T}"/> throws.</returns>
    public bool Fits<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) != typeof(float) || Converted.All(option => !double.IsFinite(option.Value) || Math.Abs(option.Value) <= float.MaxValue);

    /// <summary>The same op with the options that depend on the element type; most have none.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <returns>The op as backends compute it.</returns>
    public virtual FunctionSpec For<T>() where T : unmanaged, IFloatingPointIeee754<T> => this;

    /// <summary>Requires that gradients can be taken with respect to the arguments named.</summary>
    /// <param name="names">The names of the arguments.</param>
    /// <exception cref="ArgumentException">One of them is unknown or not differentiable.</exception>
    public void CheckGradients(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
            if (!Operands.Any(o => o.Name == name && o.Differentiable))
                throw new ArgumentException(
                    $"{Name} must be differentiated by an argument that allows it: expected {Listed(o => o.Differentiable)}, got {name}.");
    }

    /// <summary>Requires that gradients can be taken with respect to the arguments named, as they were given.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="names">The names of the arguments.</param>
    /// <param name="operands">The arguments.</param>
    /// <exception cref="ArgumentException">
    /// One of them is unknown, was not given, holds class indices or is not differentiable, given the others.
    /// </exception>
    public void CheckGradients<T>(IEnumerable<string> names, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(operands);
        CheckGradients(names);
        foreach (string name in names)
        {
            if (!operands.Has(name) || operands[name].IsIndices)
                throw new ArgumentException(
                    $"{name} must hold numbers to differentiate by it: expected a floating-point tensor, got " +
                    $"{(operands.Has(name) ? "an int64 tensor" : "none")}.");
            if (!IsDifferentiable(name, operands))
                throw new ArgumentException(
                    $"{Name} must be differentiated by an argument that allows it beside the others: expected " +
                    $"{Listed(o => IsDifferentiable(o.Name, operands))}, got {name}.");
        }
    }

    /// <summary>Whether a gradient with respect to an argument can be taken, given all arguments.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operand">The name of the argument.</param>
    /// <param name="operands">The arguments.</param>
    /// <returns>True where it can.</returns>
    public virtual bool IsDifferentiable<T>(string operand, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(operands);
        return Operands.Any(o => o.Name == operand && o.Differentiable) && operands.Has(operand) && !operands[operand].IsIndices;
    }

    /// <summary>Requires that a cotangent has the shape of the value.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="cotangent">The cotangent, or null for ones.</param>
    /// <param name="value">The shape of the value.</param>
    public static void CheckCotangent<T>(Tensor<T>? cotangent, ImmutableArray<nint> value)
    {
        if (cotangent is not null)
            Require.Shape(cotangent, value.AsSpan(), "the value");
    }

    /// <summary>Requires that the shapes and values of the arguments fit; their names and kinds have been checked.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <returns>The shape of the value.</returns>
    protected abstract ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>;

    void CheckKind<T>(OperandInfo info, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!operands.Has(info.Name))
        {
            if (!info.Optional)
                throw new ArgumentException($"{Name} must be given all its arguments: expected {Listed(o => !o.Optional)}, got no {info.Name}.");
            return;
        }
        bool indices = operands[info.Name].IsIndices;
        if (indices && info.TakesIntegers)
            return;
        if (indices ? info.Kind == OperandKind.Numbers : info.Kind == OperandKind.Indices)
            throw new ArgumentException(
                $"{info.Label} must hold {(indices ? "numbers" : "class indices")}: expected " +
                $"{(indices ? "a floating-point tensor" : "an int64 tensor")}, got {(indices ? "an int64 tensor" : "a floating-point tensor")}.");
    }

    string Listed(Func<OperandInfo, bool> which) => string.Join(", ", Operands.Where(which).Select(o => o.Name));
}
