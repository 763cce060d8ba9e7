using System.Numerics;
using ParityNet.Minimizers;

namespace ParityNet.Parity.Tests.Minimizers;

/// <summary>The functions of <c>tests/References/minimizers.py</c>, in its order of operations.</summary>
static class RunProblem
{
    public static Objective<T> Of<T>(string name) where T : unmanaged, IFloatingPointIeee754<T> => name switch
    {
        "rosenbrock" => Rosenbrock<T>(),
        "beale" => Beale<T>(),
        "wood" => Wood<T>(),
        _ => Bowl<T>(),
    };

    static Objective<T> Rosenbrock<T>() where T : unmanaged, IFloatingPointIeee754<T> => Both<T>(x =>
    {
        T a = x[1] - x[0] * x[0], b = T.One - x[0];
        return new(N<T>(100) * (a * a) + b * b, [N<T>(-400) * (x[0] * a) - N<T>(2) * b, N<T>(200) * a]);
    });

    static Objective<T> Beale<T>() where T : unmanaged, IFloatingPointIeee754<T> => Both<T>(x =>
    {
        T a = T.One - x[1], b = T.One - x[1] * x[1], c = T.One - x[1] * x[1] * x[1];
        T r = N<T>(1.5) - x[0] * a, s = N<T>(2.25) - x[0] * b, t = N<T>(2.625) - x[0] * c;
        return new(r * r + s * s + t * t,
            [N<T>(-2) * (r * a + s * b + t * c), N<T>(2) * (x[0] * (r + N<T>(2) * (s * x[1]) + N<T>(3) * (t * (x[1] * x[1]))))]);
    });

    static Objective<T> Wood<T>() where T : unmanaged, IFloatingPointIeee754<T> => Both<T>(x =>
    {
        T a = x[1] - x[0] * x[0], b = T.One - x[0], c = x[3] - x[2] * x[2], d = T.One - x[2], e = x[1] + x[3] - N<T>(2), f = x[1] - x[3];
        return new(N<T>(100) * (a * a) + b * b + N<T>(90) * (c * c) + d * d + N<T>(10) * (e * e) + N<T>(0.1) * (f * f),
        [
            N<T>(-400) * (x[0] * a) - N<T>(2) * b,
            N<T>(200) * a + N<T>(20) * e + N<T>(0.2) * f,
            N<T>(-360) * (x[2] * c) - N<T>(2) * d,
            N<T>(180) * c + N<T>(20) * e - N<T>(0.2) * f,
        ]);
    });

    static Objective<T> Bowl<T>() where T : unmanaged, IFloatingPointIeee754<T> => Both<T>(x =>
    {
        T value = T.Zero * x[0];
        var gradient = new T[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            T w = N<T>(Math.ScaleB(1, 2 * i));
            value += N<T>(0.5) * (w * (x[i] * x[i]));
            gradient[i] = w * x[i];
        }
        return new(value, gradient);
    });

    static Objective<T> Both<T>(Func<T[], ObjectiveValue<T>> both) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(x => both(x).Value) { ValueAndGradient = both };

    static T N<T>(double number) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(number);
}
