namespace TorchSharp;

/// <summary>Numbers to scalars and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The truth value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The scalar as a number.</summary>
    public static double ToDouble(this Scalar value) => Valid(value).Real;

    /// <summary>The scalar as a number.</summary>
    public static float ToSingle(this Scalar value) => (float)Valid(value).Real;

    /// <summary>The scalar as an integer; a fraction is cut off.</summary>
    public static long ToInt64(this Scalar value) => Valid(value).Integer;

    /// <summary>The scalar as an integer; a fraction is cut off.</summary>
    public static int ToInt32(this Scalar value) => (int)Valid(value).Integer;

    /// <summary>Whether the scalar is not 0.</summary>
    public static bool ToBoolean(this Scalar value) => Valid(value).Real != 0;

    static Scalar Valid(Scalar value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
