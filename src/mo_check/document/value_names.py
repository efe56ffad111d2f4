"""How the values of the model are called: msgids, said in the language of whoever asks."""

from mo_check.languages import msgid
from mo_check.model.assessment import Shown
from mo_check.model.item import Perspective
from mo_check.model.profile import Land, SubjectKind

PERSPECTIVES = {
    Perspective.MUNICIPALITY: msgid("Selbsteinschätzung der Verwaltung"),
    Perspective.DEPARTMENT: msgid("Einschätzung eines Fachamts"),
    Perspective.MIGRANT_ORGANISATION: msgid("Einschätzung einer Migrantenorganisation"),
    Perspective.AGREED: msgid("Gemeinsam vereinbarte Einschätzung"),
}

KINDS = {
    SubjectKind.MUNICIPALITY: msgid("Gemeinde"),
    SubjectKind.TOWN: msgid("kreisangehörige Stadt"),
    SubjectKind.CITY: msgid("kreisfreie Stadt"),
    SubjectKind.DISTRICT: msgid("Landkreis"),
    SubjectKind.CITY_STATE: msgid("Stadtstaat"),
    SubjectKind.BOROUGH: msgid("Bezirk"),
}

LANDS = {
    Land.BW: msgid("Baden-Württemberg"),
    Land.BY: msgid("Bayern"),
    Land.BE: msgid("Berlin"),
    Land.BB: msgid("Brandenburg"),
    Land.HB: msgid("Bremen"),
    Land.HH: msgid("Hamburg"),
    Land.HE: msgid("Hessen"),
    Land.MV: msgid("Mecklenburg-Vorpommern"),
    Land.NI: msgid("Niedersachsen"),
    Land.NW: msgid("Nordrhein-Westfalen"),
    Land.RP: msgid("Rheinland-Pfalz"),
    Land.SL: msgid("Saarland"),
    Land.SN: msgid("Sachsen"),
    Land.ST: msgid("Sachsen-Anhalt"),
    Land.SH: msgid("Schleswig-Holstein"),
    Land.TH: msgid("Thüringen"),
}

EFFORT = {1: msgid("wenig Aufwand"), 2: msgid("mittlerer Aufwand"), 3: msgid("viel Aufwand")}

EFFECT = {1: msgid("kleine Wirkung"), 2: msgid("mittlere Wirkung"), 3: msgid("große Wirkung")}

SHOWN = {
    Shown.TOO_FEW: msgid("zu wenige Antworten"),
    Shown.MOSTLY_ELSEWHERE: msgid("meist woanders"),
    Shown.NOTHING: msgid("nichts gewertet"),
}
