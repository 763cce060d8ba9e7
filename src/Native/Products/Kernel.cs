using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Products;

/// <summary>The sums of a few rows and one or two vectors of columns, over one block of the inner index.</summary>
/// <remarks>
/// Each sum is a chain of fused multiply-adds in the order of the inner index, starting at 0, alone in its lane: its bits depend neither on
/// the number of rows nor on the width of vectors. Rows above <c>H.Rows</c> are not compiled.
/// </remarks>
static unsafe class Kernel<V, T, H>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where H : struct, IHeight
{
    /// <summary>Sums of two vectors of columns.</summary>
    /// <param name="a">The rows of the left factor.</param>
    /// <param name="rowStep">The distance between those rows.</param>
    /// <param name="innerStep">The distance between their elements.</param>
    /// <param name="b">The columns of the right factor, two vectors for each inner index.</param>
    /// <param name="inner">The length of the block.</param>
    /// <param name="sums">Receives the sums.</param>
    /// <param name="sumStep">The distance between rows of sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Two(T* a, nint rowStep, nint innerStep, T* b, nint inner, T* sums, nint sumStep)
    {
        nint twoRows = 2 * rowStep;
        T* p0 = a, p1 = a + 3 * rowStep, p2 = p1 + 3 * rowStep, p3 = p2 + 3 * rowStep, p4 = p3 + 3 * rowStep;
        V l0 = default, l1 = default, l2 = default, l3 = default, l4 = default, l5 = default, l6 = default;
        V l7 = default, l8 = default, l9 = default, l10 = default, l11 = default, l12 = default, l13 = default;
        V r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default;
        V r7 = default, r8 = default, r9 = default, r10 = default, r11 = default, r12 = default, r13 = default;
        for (T* end = b + inner * 2 * V.Count; b < end; b += 2 * V.Count)
        {
            V left = V.Load(in *b), right = V.Load(in b[V.Count]), x = V.All(*p0);
            l0 = V.MultiplyAdd(x, left, l0);
            r0 = V.MultiplyAdd(x, right, r0);
            if (H.Rows > 1)
            {
                x = V.All(p0[rowStep]);
                l1 = V.MultiplyAdd(x, left, l1);
                r1 = V.MultiplyAdd(x, right, r1);
            }
            if (H.Rows > 2)
            {
                x = V.All(p0[twoRows]);
                l2 = V.MultiplyAdd(x, left, l2);
                r2 = V.MultiplyAdd(x, right, r2);
            }
            if (H.Rows > 3)
            {
                x = V.All(*p1);
                l3 = V.MultiplyAdd(x, left, l3);
                r3 = V.MultiplyAdd(x, right, r3);
            }
            if (H.Rows > 4)
            {
                x = V.All(p1[rowStep]);
                l4 = V.MultiplyAdd(x, left, l4);
                r4 = V.MultiplyAdd(x, right, r4);
            }
            if (H.Rows > 5)
            {
                x = V.All(p1[twoRows]);
                l5 = V.MultiplyAdd(x, left, l5);
                r5 = V.MultiplyAdd(x, right, r5);
            }
            if (H.Rows > 6)
            {
                x = V.All(*p2);
                l6 = V.MultiplyAdd(x, left, l6);
                r6 = V.MultiplyAdd(x, right, r6);
            }
            if (H.Rows > 7)
            {
                x = V.All(p2[rowStep]);
                l7 = V.MultiplyAdd(x, left, l7);
                r7 = V.MultiplyAdd(x, right, r7);
            }
            if (H.Rows > 8)
            {
                x = V.All(p2[twoRows]);
                l8 = V.MultiplyAdd(x, left, l8);
                r8 = V.MultiplyAdd(x, right, r8);
            }
            if (H.Rows > 9)
            {
                x = V.All(*p3);
                l9 = V.MultiplyAdd(x, left, l9);
                r9 = V.MultiplyAdd(x, right, r9);
            }
            if (H.Rows > 10)
            {
                x = V.All(p3[rowStep]);
                l10 = V.MultiplyAdd(x, left, l10);
                r10 = V.MultiplyAdd(x, right, r10);
            }
            if (H.Rows > 11)
            {
                x = V.All(p3[twoRows]);
                l11 = V.MultiplyAdd(x, left, l11);
                r11 = V.MultiplyAdd(x, right, r11);
            }
            if (H.Rows > 12)
            {
                x = V.All(*p4);
                l12 = V.MultiplyAdd(x, left, l12);
                r12 = V.MultiplyAdd(x, right, r12);
            }
            if (H.Rows > 13)
            {
                x = V.All(p4[rowStep]);
                l13 = V.MultiplyAdd(x, left, l13);
                r13 = V.MultiplyAdd(x, right, r13);
            }
            p0 += innerStep;
            p1 += innerStep;
            p2 += innerStep;
            p3 += innerStep;
            p4 += innerStep;
        }
        l0.Store(ref sums[0]);
        r0.Store(ref sums[V.Count]);
        if (H.Rows > 1)
        {
            l1.Store(ref sums[1 * sumStep]);
            r1.Store(ref sums[1 * sumStep + V.Count]);
        }
        if (H.Rows > 2)
        {
            l2.Store(ref sums[2 * sumStep]);
            r2.Store(ref sums[2 * sumStep + V.Count]);
        }
        if (H.Rows > 3)
        {
            l3.Store(ref sums[3 * sumStep]);
            r3.Store(ref sums[3 * sumStep + V.Count]);
        }
        if (H.Rows > 4)
        {
            l4.Store(ref sums[4 * sumStep]);
            r4.Store(ref sums[4 * sumStep + V.Count]);
        }
        if (H.Rows > 5)
        {
            l5.Store(ref sums[5 * sumStep]);
            r5.Store(ref sums[5 * sumStep + V.Count]);
        }
        if (H.Rows > 6)
        {
            l6.Store(ref sums[6 * sumStep]);
            r6.Store(ref sums[6 * sumStep + V.Count]);
        }
        if (H.Rows > 7)
        {
            l7.Store(ref sums[7 * sumStep]);
            r7.Store(ref sums[7 * sumStep + V.Count]);
        }
        if (H.Rows > 8)
        {
            l8.Store(ref sums[8 * sumStep]);
            r8.Store(ref sums[8 * sumStep + V.Count]);
        }
        if (H.Rows > 9)
        {
            l9.Store(ref sums[9 * sumStep]);
            r9.Store(ref sums[9 * sumStep + V.Count]);
        }
        if (H.Rows > 10)
        {
            l10.Store(ref sums[10 * sumStep]);
            r10.Store(ref sums[10 * sumStep + V.Count]);
        }
        if (H.Rows > 11)
        {
            l11.Store(ref sums[11 * sumStep]);
            r11.Store(ref sums[11 * sumStep + V.Count]);
        }
        if (H.Rows > 12)
        {
            l12.Store(ref sums[12 * sumStep]);
            r12.Store(ref sums[12 * sumStep + V.Count]);
        }
        if (H.Rows > 13)
        {
            l13.Store(ref sums[13 * sumStep]);
            r13.Store(ref sums[13 * sumStep + V.Count]);
        }
    }

    /// <summary>Sums of one vector of columns.</summary>
    /// <param name="a">The rows of the left factor.</param>
    /// <param name="rowStep">The distance between those rows.</param>
    /// <param name="innerStep">The distance between their elements.</param>
    /// <param name="b">The columns of the right factor, one vector for each inner index.</param>
    /// <param name="inner">The length of the block.</param>
    /// <param name="sums">Receives the sums.</param>
    /// <param name="sumStep">The distance between rows of sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void One(T* a, nint rowStep, nint innerStep, T* b, nint inner, T* sums, nint sumStep)
    {
        nint twoRows = 2 * rowStep;
        T* p0 = a, p1 = a + 3 * rowStep, p2 = p1 + 3 * rowStep, p3 = p2 + 3 * rowStep, p4 = p3 + 3 * rowStep;
        V s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default;
        V s7 = default, s8 = default, s9 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        for (T* end = b + inner * V.Count; b < end; b += V.Count)
        {
            V here = V.Load(in *b);
            s0 = V.MultiplyAdd(V.All(*p0), here, s0);
            if (H.Rows > 1)
                s1 = V.MultiplyAdd(V.All(p0[rowStep]), here, s1);
            if (H.Rows > 2)
                s2 = V.MultiplyAdd(V.All(p0[twoRows]), here, s2);
            if (H.Rows > 3)
                s3 = V.MultiplyAdd(V.All(*p1), here, s3);
            if (H.Rows > 4)
                s4 = V.MultiplyAdd(V.All(p1[rowStep]), here, s4);
            if (H.Rows > 5)
                s5 = V.MultiplyAdd(V.All(p1[twoRows]), here, s5);
            if (H.Rows > 6)
                s6 = V.MultiplyAdd(V.All(*p2), here, s6);
            if (H.Rows > 7)
                s7 = V.MultiplyAdd(V.All(p2[rowStep]), here, s7);
            if (H.Rows > 8)
                s8 = V.MultiplyAdd(V.All(p2[twoRows]), here, s8);
            if (H.Rows > 9)
                s9 = V.MultiplyAdd(V.All(*p3), here, s9);
            if (H.Rows > 10)
                s10 = V.MultiplyAdd(V.All(p3[rowStep]), here, s10);
            if (H.Rows > 11)
                s11 = V.MultiplyAdd(V.All(p3[twoRows]), here, s11);
            if (H.Rows > 12)
                s12 = V.MultiplyAdd(V.All(*p4), here, s12);
            if (H.Rows > 13)
                s13 = V.MultiplyAdd(V.All(p4[rowStep]), here, s13);
            p0 += innerStep;
            p1 += innerStep;
            p2 += innerStep;
            p3 += innerStep;
            p4 += innerStep;
        }
        s0.Store(ref sums[0]);
        if (H.Rows > 1)
            s1.Store(ref sums[1 * sumStep]);
        if (H.Rows > 2)
            s2.Store(ref sums[2 * sumStep]);
        if (H.Rows > 3)
            s3.Store(ref sums[3 * sumStep]);
        if (H.Rows > 4)
            s4.Store(ref sums[4 * sumStep]);
        if (H.Rows > 5)
            s5.Store(ref sums[5 * sumStep]);
        if (H.Rows > 6)
            s6.Store(ref sums[6 * sumStep]);
        if (H.Rows > 7)
            s7.Store(ref sums[7 * sumStep]);
        if (H.Rows > 8)
            s8.Store(ref sums[8 * sumStep]);
        if (H.Rows > 9)
            s9.Store(ref sums[9 * sumStep]);
        if (H.Rows > 10)
            s10.Store(ref sums[10 * sumStep]);
        if (H.Rows > 11)
            s11.Store(ref sums[11 * sumStep]);
        if (H.Rows > 12)
            s12.Store(ref sums[12 * sumStep]);
        if (H.Rows > 13)
            s13.Store(ref sums[13 * sumStep]);
    }
}
