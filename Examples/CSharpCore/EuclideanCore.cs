using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

public struct Ranked
{
    public string Place;
    public double Distance;
}

/// <summary>
/// Euclidean distance between a participant's scores and the ideal profile for everyone, nearest place first.
/// A scale without a score does not count; a place that then shares no scale with the participant is not on the list.
/// </summary>
public sealed class EuclideanCore
{
    /// <summary>(value - Centre) / Spread</summary>
    private struct Scaling
    {
        public double Centre, Spread;
        public double Apply(double value) { return (value - Centre) / Spread; }
    }

    private sealed class Place
    {
        public string Id, From, To;
        public int TiePosition;
        /// <summary>Parallel to the core's scales; weight 0 where the place does not ask the scale.</summary>
        public double[] Targets, Weights;
    }

    private readonly string[] scales;
    private readonly Scaling[] participants;
    private readonly Place[] places;

    public EuclideanCore(Dictionary<string, object> market, Options options)
    {
        // The order of summation: byte order, as fairness-audit has it, so that distances agree to the last digit.
        scales = List(market, "scales").Select(scale => (string)Member(scale, "code")).OrderBy(code => code, Bytes.Order).ToArray();
        participants = Scalings(market, "participants", options);
        var workplaces = Scalings(market, "workplaces", options);
        places = List(market, "places").Select(place => Read(place, workplaces, options)).ToArray();
        var order = options.NumericTies ? (IComparer<string>)Numbers.Order : Bytes.Order;
        var position = 0;
        foreach (var place in places.OrderBy(place => place.Id, order)) place.TiePosition = position++;
    }

    public List<Ranked> Rank(Dictionary<string, object> request, int? top)
    {
        var day = (string)request["day"];
        var scores = (Dictionary<string, object>)request["scores"];
        var scaled = new double[scales.Length];
        var present = new bool[scales.Length];
        for (var scale = 0; scale < scales.Length; scale++)
        {
            if (!scores.TryGetValue(scales[scale], out var score)) continue;
            scaled[scale] = participants[scale].Apply((double)score);
            present[scale] = true;
        }

        var near = new List<(double Distance, Place Place)>(places.Length);
        foreach (var place in places)
        {
            // Days of the form 2026-10-01 are in order as texts.
            if (string.CompareOrdinal(place.From, day) > 0) continue;
            if (place.To != null && string.CompareOrdinal(day, place.To) > 0) continue;
            double sum = 0, counted = 0;
            for (var scale = 0; scale < scales.Length; scale++)
            {
                if (!present[scale]) continue;
                var difference = scaled[scale] - place.Targets[scale];
                sum += place.Weights[scale] * (difference * difference);
                counted += place.Weights[scale];
            }
            if (counted > 0) near.Add((Math.Sqrt(sum), place));
        }
        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Place.TiePosition.CompareTo(b.Place.TiePosition));
        return near.Take(top ?? near.Count).Select(entry => new Ranked { Place = entry.Place.Id, Distance = entry.Distance }).ToList();
    }

    private Place Read(object value, Scaling[] workplaces, Options options)
    {
        var place = new Place
        {
            Id = (string)Member(value, "id"), From = (string)Member(value, "activeFrom"), To = (string)Optional(value, "activeTo"),
            Targets = new double[scales.Length], Weights = new double[scales.Length],
        };
        // The variant with no name is the profile for everyone.
        if (!((Dictionary<string, object>)Member(value, "profiles")).TryGetValue("", out var profile)) return place;
        for (var scale = 0; scale < scales.Length; scale++)
        {
            if (!((Dictionary<string, object>)profile).TryGetValue(scales[scale], out var entry)) continue;
            place.Targets[scale] = workplaces[scale].Apply((double)Member(entry, "target"));
            place.Weights[scale] = options.Weights ? (double)Member(entry, "weight") : 1;
        }
        return place;
    }

    private Scaling[] Scalings(Dictionary<string, object> market, string side, Options options)
    {
        if (!options.Z) return scales.Select(scale => new Scaling { Centre = 0, Spread = 1 }).ToArray();
        var all = Optional(market, "scaling") ?? throw new Refusal("scores are to be scaled, and no constants were sent");
        var constants = (Dictionary<string, object>)Member(all, side);
        return scales.Select(scale =>
        {
            if (!constants.TryGetValue(scale, out var constant)) throw new Refusal("no constants of the " + side + " were sent for scale " + scale);
            var spread = (double)Member(constant, "standardDeviation");
            if (!(spread > 0)) throw new Refusal("scale " + scale + " of the " + side + " has no spread");
            return new Scaling { Centre = (double)Member(constant, "mean"), Spread = spread };
        }).ToArray();
    }

    private static object Member(object value, string key) { return ((Dictionary<string, object>)value)[key]; }

    private static object Optional(object value, string key)
    {
        return ((Dictionary<string, object>)value).TryGetValue(key, out var member) ? member : null;
    }

    private static List<object> List(object value, string key) { return (List<object>)Member(value, key); }
}

/// <summary>Why this core cannot rank; told to fairness-audit instead of an answer.</summary>
public sealed class Refusal : Exception
{
    public Refusal(string reason) : base(reason) { }
}

/// <summary>By the bytes of UTF-8; string.CompareOrdinal would compare UTF-16, which differs outside the basic plane.</summary>
public sealed class Bytes : IComparer<string>
{
    public static readonly Bytes Order = new Bytes();

    public int Compare(string a, string b)
    {
        byte[] first = Encoding.UTF8.GetBytes(a), second = Encoding.UTF8.GetBytes(b);
        for (var index = 0; index < Math.Min(first.Length, second.Length); index++)
        {
            if (first[index] != second[index]) return first[index].CompareTo(second[index]);
        }
        return first.Length.CompareTo(second.Length);
    }
}

/// <summary>By whole number; equal numbers, such as 7 and 07, by bytes.</summary>
public sealed class Numbers : IComparer<string>
{
    public static readonly Numbers Order = new Numbers();

    public int Compare(string a, string b)
    {
        if (!IsNumber(a) || !IsNumber(b)) throw new Refusal("ties are broken by number, and an id is no whole number");
        string first = a.TrimStart('0'), second = b.TrimStart('0');
        if (first.Length != second.Length) return first.Length.CompareTo(second.Length);
        var order = string.CompareOrdinal(first, second);
        return order != 0 ? order : Bytes.Order.Compare(a, b);
    }

    private static bool IsNumber(string id) { return id.Length > 0 && id.All(digit => digit >= '0' && digit <= '9'); }
}
