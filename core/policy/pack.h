/* Policy packs: one edition of one city's programme, as data. */
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "core/policy/rule-kinds.h"

/* A text in both languages, indexed by QuanLanguage. */
typedef struct {
  const char *in[2];
} QuanText;

/* A clause of the notice, restated. A clause that is not operative has no computed verdict. */
typedef struct {
  const char *id;  /* "三¶1" */
  QuanText    summary;
  gboolean    operative;
} QuanClause;

typedef enum {
  QUAN_PARAMETER_RATIO,   /* value ÷ divisor, "1/5" */
  QUAN_PARAMETER_AMOUNT,  /* value in fen */
  QUAN_PARAMETER_COUNT,   /* years, months or times */
  QUAN_PARAMETER_DATE,    /* a QuanDate */
  QUAN_PARAMETER_KINDS,   /* a set of line kinds, bit 1 << QuanLineKind */
} QuanParameterKind;

/* A value in force from a date until the next one's. */
typedef struct {
  QuanDate from;
  gint64   value;
  gint64   divisor;  /* of a ratio, else 1 */
} QuanDatedValue;

typedef struct QuanParameter QuanParameter;
struct QuanParameter {
  const char       *id;
  const char       *clause;
  QuanParameterKind kind;
  GArray           *values;    /* of QuanDatedValue, ascending, the first from the pack's first day or before */
  GPtrArray        *variants;  /* of QuanParameter, tried in order before values; NULL if none */
  QuanFactRef       when;      /* of a variant: the fact ... */
  const char *const *when_in;  /* ... and the words it must be one of */
};

/* A yearly cap of one ledger. */
typedef struct {
  const char          *clause;
  const QuanParameter *cap;
} QuanQuota;

/* Switchable readings: a closed set, for each changes a computation in the engine. */
typedef enum {
  QUAN_SWITCH_PRORATION,
  QUAN_SWITCH_WINDOW_START,
  QUAN_SWITCH_TAX,
  QUAN_SWITCH_REDEMPTION_SHARE,
  QUAN_SWITCH_CAPS,
  QUAN_N_SWITCHES
} QuanSwitch;

enum { QUAN_PRORATION_SCHEDULE_THEN_DAYS, QUAN_PRORATION_DAYS, QUAN_PRORATION_MONTHS };
enum { QUAN_TAX_GROSS, QUAN_TAX_NET };
enum { QUAN_SHARE_ISSUED_OVER_BASE, QUAN_SHARE_FLAT_RATIO };
enum { QUAN_CAPS_TWO, QUAN_CAPS_JOINT };

typedef struct {
  const char *id;    /* "days", "2023-09-01" */
  QuanText    name;
  int         code;  /* one of the enumerations above; of window-start: the QuanDate */
} QuanReadingOption;

/* How the pack reads a place where the notice is silent. One without a key is fixed and only printed. */
typedef struct {
  const char *id;        /* "A1" */
  const char *clause;
  const char *key;       /* "proration", NULL if fixed */
  QuanText    summary;
  GArray     *options;   /* of QuanReadingOption; NULL if fixed */
  int         standard;  /* index of the default option */
} QuanReading;

/* The options in force, as indexes into each switchable reading's options. */
typedef struct {
  int option[QUAN_N_SWITCHES];
} QuanReadings;

/* A filing window for redemptions, both days included. */
typedef struct {
  const char *label;         /* "2024Q1" */
  int         year;          /* whose redemption cap it uses */
  QuanDate    from, until;
  QuanDate    signed_until;  /* contracts signed later have nothing in this round; QUAN_DATE_NONE: no limit */
} QuanRound;

typedef enum { QUAN_STAGE_CLAIM, QUAN_STAGE_REDEMPTION } QuanStage;

typedef struct {
  const char *id;
  const char *clause;
  QuanStage   stage;
  QuanText    title;
  QuanText    requirement;
  gboolean    named;         /* ★ named in the notice; else usual practice */
  gboolean    mandatory;
  gboolean    generated;     /* a sheet this program makes; else a file of the officer's */
  int         max_age_days;  /* 0: no limit */
  QuanFactRef dated;         /* the date fact from which the days count; given where there is a limit */
} QuanDocument;

typedef struct {
  const char       *id;
  const char       *clause;
  const QuanRuleKind *kind;
  QuanStage         stage;
  QuanText          title;
  QuanText          say[QUAN_MAX_OUTCOMES];  /* the reason, by outcome of the kind */
  QuanText          fix[QUAN_MAX_OUTCOMES];  /* what would mend it; NULL texts where nothing would */
  QuanText          note;                    /* appended where the kind says so */
  /* What the kind asks for; the rest is empty. */
  QuanFactRef       fact, from_fact;
  gboolean          expected;                /* of a declaration */
  const char *const *pass, *const *review, *const *fail;
  QuanVerdict       otherwise;
  const QuanParameter *from, *until, *limit;
  const char       *region;                  /* prefix of an administrative division */
  int               level;                   /* QuanSubsidyLevel of forbidden subsidies */
  QuanAmountKind    amount;
  gboolean          exclusive;               /* the amount must exceed the limit, not only reach it */
} QuanRule;

/* Who signs or seals a written part, in the order printed. */
typedef enum {
  QUAN_SIGNER_LEGAL_REPRESENTATIVE,  /* signs: 法定代表人（签字） */
  QUAN_SIGNER_HANDLER,               /* signs: 经办人（签字） */
  QUAN_SIGNER_ATTORNEY,              /* signs: 受托人（签字） */
  QUAN_SIGNER_ENTERPRISE,            /* seals over its name and the date */
  QUAN_SIGNER_PROVIDER,              /* seals over its name and the date */
  QUAN_N_SIGNERS
} QuanSigner;

/*
 * The written parts of a packet are Chinese, as packets are. A wording is a text whose {…} stand for what wording.h
 * says; it is checked when the pack is read, so quan_placeholder knows every placeholder of it.
 */

/* A wording to be signed, in letter form. */
typedef struct {
  const char        *id;          /* names the part: "commitment-letter" */
  QuanText           title;
  const char        *addressee;   /* a wording; NULL: none */
  const char *const *paragraphs;  /* wordings, at least one */
  guint              signers;     /* set of 1 << QuanSigner, not empty */
} QuanLetter;

/* A row of a form: a value beside its label. */
typedef struct {
  const char *label;
  const char *text;   /* a wording; NULL: a blank of so many lines */
  int         lines;  /* least height in lines; 0: as the text needs */
} QuanFormRow;

/* A form of labelled values, such as the description of the model. */
typedef struct {
  const char *id;       /* names the part: "model-description" */
  QuanText    title;
  GArray     *rows;     /* of QuanFormRow, at least one */
  const char *note;     /* a wording under the rows; NULL: none */
  guint       signers;  /* set of 1 << QuanSigner; 0: nobody signs */
} QuanWrittenForm;

/* The parts of a packet, in order, and its words. A part is a sheet this program knows, or a letter or form of the
 * pack. */
typedef struct {
  QuanText           title;
  const char *const *parts;
  const char        *declaration;    /* wording above the signatures of the form; NULL only without that sheet */
  const char *const *before_filing;  /* what to tick by pen before filing, in order; NULL: nothing */
} QuanPacketPlan;

typedef struct {
  /* [policy] */
  const char *id;
  int         version;
  QuanText    title;      /* of the edition */
  QuanText    programme;  /* what is granted, "人工智能算力券" */
  QuanText    issuer;
  const char *region;     /* prefix of the divisions it serves, "11" */
  QuanDate    issued, valid_from, valid_until;
  const char *source;     /* where the notice can be found */
  const char *portal;     /* where packets are uploaded */
  QuanDate    verified_on;
  gboolean    verified;   /* FALSE: an unverified example, which must say so wherever it is used */

  GArray *clauses;     /* of QuanClause */
  GPtrArray *parameters; /* of QuanParameter */
  GArray *rules;       /* of QuanRule */
  GArray *rounds;      /* of QuanRound, ascending */
  GArray *documents;   /* of QuanDocument */
  GArray *readings;    /* of QuanReading */
  GArray *letters;     /* of QuanLetter */
  GArray *forms;       /* of QuanWrittenForm */
  QuanPacketPlan claim_packet;
  QuanPacketPlan redemption_packet;  /* parts NULL where the pack plans none */

  /* [award] */
  const char          *award_clause;
  const QuanParameter *ratio, *window_until, *counted_kinds, *voucher_months;  /* voucher_months NULL: vouchers do not expire */
  QuanQuota            claims, redemptions;
  const QuanReading   *switches[QUAN_N_SWITCHES];

  char  *hash;   /* SHA-256 of the file's bytes, hexadecimal */
  char  *path;   /* of the file, for messages */
  GStringChunk *texts;  /* every text above */
  GPtrArray    *lists;  /* every vector of texts above */
} QuanPack;

/*
 * Reads a pack from the bytes of a .policy file; name is used in messages. Strict: every problem is appended to problems (GPtrArray of char *,
 * "FILE:LINE: [GROUP] KEY: sentence") and NULL is returned if there is any.
 */
QuanPack *quan_pack_read (const char *name, const char *text, gsize length, GPtrArray *problems);
void      quan_pack_free (QuanPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPack, quan_pack_free)

typedef enum { QUAN_PACK_NOT_YET, QUAN_PACK_IN_FORCE, QUAN_PACK_LAPSED } QuanPackState;
QuanPackState quan_pack_state (const QuanPack *pack, QuanDate as_of);
/* "not-yet", "in-force", "lapsed". */
const char *quan_pack_state_id (QuanPackState state);

/* The value in force on a date; before the first dated value, the first. Never NULL. Variants are the engine's business. */
const QuanDatedValue *quan_parameter_value (const QuanParameter *parameter, QuanDate date);
/* A value as the pack writes it: "1/5", "2000000.00", "3", "2025-12-31", "compute;storage". Free with g_free. */
char *quan_dated_value_text (QuanParameterKind kind, const QuanDatedValue *value);
/* "ratio", "amount", "count", "date", "line-kinds". */
const char *quan_parameter_kind_id (QuanParameterKind kind);
/* "legal-representative", "handler", "attorney", "enterprise", "provider". */
const char *quan_signer_id (QuanSigner signer);
const QuanClause *quan_pack_clause (const QuanPack *pack, const char *id);
const QuanRound  *quan_pack_round (const QuanPack *pack, const char *label);
/* The round whose filing window holds a date, NULL if none. */
const QuanRound  *quan_pack_round_on (const QuanPack *pack, QuanDate date);
/* The last round, NULL if the pack has none. */
const QuanRound  *quan_pack_last_round (const QuanPack *pack);
/* The packet of a stage; its parts are NULL where the pack plans none. */
const QuanPacketPlan *quan_pack_plan (const QuanPack *pack, QuanStage stage);
/* The letter or form that is a part of this id, NULL if there is none: the part is a sheet then. */
const QuanLetter      *quan_pack_letter (const QuanPack *pack, const char *id);
const QuanWrittenForm *quan_pack_form (const QuanPack *pack, const char *id);

/* The pack's default options. */
QuanReadings quan_pack_standard_readings (const QuanPack *pack);
/* Chooses an option by key and value; QUAN_ERROR_USAGE names what could be chosen. */
gboolean quan_readings_choose (QuanReadings *readings, const QuanPack *pack, const char *key, const char *value, GError **error);
/* The chosen option of a switch. */
const QuanReadingOption *quan_readings_option (const QuanReadings *readings, const QuanPack *pack, QuanSwitch which);
/* Its code, as QuanReadingOption says. */
int quan_readings_code (const QuanReadings *readings, const QuanPack *pack, QuanSwitch which);
/* A parameter by id, NULL if there is none. */
const QuanParameter *quan_pack_parameter (const QuanPack *pack, const char *id);
