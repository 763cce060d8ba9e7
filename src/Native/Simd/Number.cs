// The scalar arithmetic between kernel passes must not overflow or underflow in intermediate results either.
global using Number = ParityNet.Native.Simd.Wide<double>;
