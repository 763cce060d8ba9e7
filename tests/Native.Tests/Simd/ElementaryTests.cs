using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Simd;

public class ElementaryTests
{
    public static TheoryData<ElementaryFunction> All => Functions.All;

    static readonly Plan Scalars = new(VectorWidth.Scalar, 1);
    static readonly Plan[] Vectors = [new(VectorWidth.Bits128, 1), new(VectorWidth.Bits256, 1), new(VectorWidth.Bits512, 1)];

    [Theory, MemberData(nameof(All))]
    public void Float_function_has_the_same_bits_at_every_width(ElementaryFunction function) => SameBits(function, Points.Singles(1, 20_000));

    [Theory, MemberData(nameof(All))]
    public void Double_function_has_the_same_bits_at_every_width(ElementaryFunction function) => SameBits(function, Points.Doubles(2, 20_000));

    [Theory, MemberData(nameof(All))]
    public void Function_does_not_depend_on_length_or_offset(ElementaryFunction function)
    {
        float[] x = Points.Singles(3, 200)[^160..];
        ulong[] expected = Functions.Bits(Functions.Apply<float>(function, x, Scalars));
        foreach (Plan plan in Vectors)
            for (int length = 0; length <= 80; length++)
                for (int offset = 0; offset < 20; offset += 3)
                    Assert.Equal(expected.AsSpan(offset, length), Functions.Bits(Functions.Apply<float>(function, x.AsSpan(offset, length), plan)).AsSpan());
    }

    [Theory, MemberData(nameof(All))]
    public void Float_function_is_within_0_501_units_in_the_last_place(ElementaryFunction function)
    {
        WithinSingle(function, 0, 65_537, 1 << 16);
        WithinSingle(function, 1, 2_147_481_359, 1_000_000);
        foreach (float x in Points.Singles(4, 0))
            WithinSingle(function, BitConverter.SingleToUInt32Bits(x) - 500, 1, 1_000);
    }

    [Theory, MemberData(nameof(All))]
    public void Double_function_is_within_1_unit_in_the_last_place(ElementaryFunction function)
    {
        double[] x = [.. Points.Doubles(5, 700).Where(value => IsOrdinary(function, value))];
        double[] y = Functions.Apply<double>(function, x, Scalars);
        for (int i = 0; i < x.Length; i++)
        {
            BigReal truth = BigFunctions.Of(function, x[i]), error = (BigReal.Of(y[i]) - truth).Abs;
            int last = Math.Max(truth.IsZero ? -1074 : truth.Magnitude - 52, -1074);
            Assert.True(!(error - ((BigReal)1).Scaled(last)).IsPositive, $"{function}({x[i]:R}) must be within 1 ULP: got {y[i]:R}, {error.Scaled(-last).Estimate} ULP off.");
        }
    }

    static void WithinSingle(ElementaryFunction function, uint first, uint step, int count)
    {
        float[] x = [.. Enumerable.Range(0, count).Select(i => BitConverter.UInt32BitsToSingle(unchecked(first + step * (uint)i)))], y = new float[count];
        ElementaryFunctions.Apply<float>(function, x, y);
        for (int i = 0; i < count; i++)
            if (Truth.Ulp(y[i], Truth.Of(function, x[i])) is var ulp && !(ulp <= 0.501))
                Assert.Fail($"{function}({x[i]:R}) must be within 0.501 ULP: got {y[i]:R}, {ulp} ULP off.");
    }

    /// <summary>Whether the truth is a finite real number and near enough to be computed.</summary>
    static bool IsOrdinary(ElementaryFunction function, double x) => double.IsFinite(x) && function switch
    {
        ElementaryFunction.Log => x > 0,
        ElementaryFunction.Log1p => x > -1,
        ElementaryFunction.Exp or ElementaryFunction.Expm1 => x is < 709.78 and > -800,
        ElementaryFunction.Erf or ElementaryFunction.NormalCdf or ElementaryFunction.NormalPdf => Math.Abs(x) < 38.6,
        _ => Math.Abs(x) < 800,
    };

    static void SameBits<T>(ElementaryFunction function, T[] x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong[] expected = Functions.Bits(Functions.Apply<T>(function, x, Scalars));
        foreach (Plan plan in Vectors)
            Assert.Equal(expected, Functions.Bits(Functions.Apply<T>(function, x, plan)));
    }
}
