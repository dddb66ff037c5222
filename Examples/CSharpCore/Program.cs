using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

/// <summary>What can be chosen on the command line: --z (scale by the constants sent), --weights (count the places' own), --numeric-ties.</summary>
public sealed class Options
{
    public readonly bool Z, Weights, NumericTies;

    public Options(string[] arguments)
    {
        foreach (var argument in arguments)
        {
            switch (argument)
            {
                case "--z": Z = true; break;
                case "--weights": Weights = true; break;
                case "--numeric-ties": NumericTies = true; break;
                default: throw new Refusal("option " + argument + " is not known; there are --z, --weights and --numeric-ties");
            }
        }
    }
}

/// <summary>The replay protocol, version 1: one JSON object a line, over standard input and output.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        // Without a byte order mark, and flushed by batch instead of by line.
        var utf8 = new UTF8Encoding(false);
        using (var input = new StreamReader(Console.OpenStandardInput(), utf8, false, 1 << 16))
        using (var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" })
        {
            try
            {
                Converse(input, output, new Options(arguments));
                return 0;
            }
            catch (Refusal refusal)
            {
                var line = new StringBuilder("{\"error\":");
                Json.Write(line, refusal.Message);
                output.WriteLine(line.Append('}'));
                return 1;
            }
        }
    }

    private static void Converse(TextReader input, TextWriter output, Options options)
    {
        var market = Json.Object(input.ReadLine() ?? throw new Refusal("nothing was sent"));
        if (!Equals(market["protocol"], "fairness-audit/replay") || !Equals(market["version"], 1.0))
        {
            throw new Refusal("this core speaks fairness-audit/replay version 1");
        }
        var core = new EuclideanCore(market, options);
        var ties = options.NumericTies ? "numeric" : "bytes";
        output.WriteLine(
            "{\"protocol\":\"fairness-audit/replay\",\"version\":1,\"core\":{\"name\":\"csharp-euclidean\",\"version\":\"1.0\"},"
            + "\"claims\":{\"monotone\":true,\"ties\":\"" + ties + "\""
            // A weight of 0 takes a place off the list only if weights count; fairness-audit knows that and does not call it due.
            + ",\"ranks\":\"active\"}}");
        output.Flush();

        var line = new StringBuilder();
        while (input.ReadLine() is string announced)
        {
            var batch = Json.Object(announced);
            var top = batch.TryGetValue("top", out var asked) ? (int?)(double)asked : null;
            for (var left = (int)(double)batch["requests"]; left > 0; left--)
            {
                var request = Json.Object(input.ReadLine() ?? throw new Refusal("a batch ended too early"));
                Answer(line.Clear(), (double)request["number"], core.Rank(request, top));
                output.WriteLine(line);
            }
            output.Flush();
        }
    }

    private static void Answer(StringBuilder line, double number, List<Ranked> list)
    {
        line.Append("{\"number\":").Append((long)number).Append(",\"places\":[");
        for (var index = 0; index < list.Count; index++)
        {
            if (index > 0) line.Append(',');
            Json.Write(line, list[index].Place);
        }
        line.Append("],\"distances\":[");
        for (var index = 0; index < list.Count; index++)
        {
            if (index > 0) line.Append(',');
            Json.Write(line, list[index].Distance);
        }
        line.Append("]}");
    }
}
