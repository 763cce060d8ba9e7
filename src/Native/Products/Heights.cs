namespace ParityNet.Native.Products;

/// <summary>A number of rows that the compiler knows, so that it keeps the sums of so many rows in registers.</summary>
interface IHeight
{
    static abstract int Rows { get; }
}

readonly struct Rows14 : IHeight
{
    public static int Rows => 14;
}

readonly struct Rows8 : IHeight
{
    public static int Rows => 8;
}

readonly struct Rows6 : IHeight
{
    public static int Rows => 6;
}

readonly struct Rows4 : IHeight
{
    public static int Rows => 4;
}

readonly struct Rows2 : IHeight
{
    public static int Rows => 2;
}

readonly struct Rows1 : IHeight
{
    public static int Rows => 1;
}
