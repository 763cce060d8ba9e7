namespace ParityNet.Definitions.Numbers;

/// <summary>
/// An expression of hyperparameters, which implementations compute on the host in double and then round once to the element type.
/// </summary>
/// <remarks>
/// An immutable expression tree such as <c>lr/(1 − β₁ᵗ)</c>. A constant is exactly its double. Each number system evaluates the
/// expression in its own way through <see cref="Evaluate{R}"/>.
/// </remarks>
public sealed class Host
{
    enum Operation
    {
        Constant,
        Pi,
        Add,
        Subtract,
        Multiply,
        Divide,
        Pow,
        Sqrt,
        Exp,
        Log,
        Min,
        Max,
    }

    readonly Operation operation;
    readonly double constant;
    readonly long exponent;
    readonly Host? left, right;

    Host(Operation operation, Host? left = null, Host? right = null, double constant = 0, long exponent = 0)
    {
        this.operation = operation;
        this.left = left;
        this.right = right;
        this.constant = constant;
        this.exponent = exponent;
    }

    /// <summary>1.</summary>
    public static Host One { get; } = Of(1);

    /// <summary>π, as the nearest double or more precisely.</summary>
    public static Host Pi { get; } = new(Operation.Pi);

    /// <summary>The constant that <paramref name="value"/> is exactly.</summary>
    /// <param name="value">Any double.</param>
    public static Host Of(double value) => new(Operation.Constant, constant: value);

    /// <summary>The constant that <paramref name="value"/> is exactly.</summary>
    /// <param name="value">Any double.</param>
    public static implicit operator Host(double value) => Of(value);

    /// <summary>Sum.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Host operator +(Host a, Host b) => new(Operation.Add, a, b);

    /// <summary>Difference.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Host operator -(Host a, Host b) => new(Operation.Subtract, a, b);

    /// <summary>Product.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Host operator *(Host a, Host b) => new(Operation.Multiply, a, b);

    /// <summary>Quotient.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    public static Host operator /(Host a, Host b) => new(Operation.Divide, a, b);

    /// <summary>The power with an integer exponent, as computed by a library's <c>pow</c>.</summary>
    /// <param name="a">The base.</param>
    /// <param name="exponent">The exponent.</param>
    public static Host Pow(Host a, long exponent) => new(Operation.Pow, a, exponent: exponent);

    /// <summary>The power with a real exponent.</summary>
    /// <param name="a">The base; greater than 0.</param>
    /// <param name="exponent">The exponent.</param>
    public static Host Pow(Host a, Host exponent) => new(Operation.Exp, exponent * Log(a));

    /// <summary>The square root.</summary>
    /// <param name="a">The operand.</param>
    public static Host Sqrt(Host a) => new(Operation.Sqrt, a);

    /// <summary>The natural logarithm.</summary>
    /// <param name="a">The operand.</param>
    public static Host Log(Host a) => new(Operation.Log, a);

    /// <summary>The smaller operand.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Host Min(Host a, Host b) => new(Operation.Min, a, b);

    /// <summary>The larger operand.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Host Max(Host a, Host b) => new(Operation.Max, a, b);

    /// <summary>Evaluates the expression in a number system.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    public R Evaluate<R>()
        where R : struct, IReal<R> => operation switch
        {
            Operation.Constant => R.Exact(constant),
            Operation.Pi => R.Pi,
            Operation.Add => Left<R>() + Right<R>(),
            Operation.Subtract => Left<R>() - Right<R>(),
            Operation.Multiply => Left<R>() * Right<R>(),
            Operation.Divide => Left<R>() / Right<R>(),
            Operation.Pow => R.Pow(Left<R>(), exponent),
            Operation.Sqrt => R.HostSqrt(Left<R>()),
            Operation.Exp => R.Exp(Left<R>()),
            Operation.Log => R.Log(Left<R>()),
            Operation.Min => R.Min(Left<R>(), Right<R>()),
            _ => R.Max(Left<R>(), Right<R>()),
        };

    R Left<R>()
        where R : struct, IReal<R> => left!.Evaluate<R>();

    R Right<R>()
        where R : struct, IReal<R> => right!.Evaluate<R>();
}
