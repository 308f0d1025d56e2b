/* lowtidectl: the coach without a display. Uses journal and sheet; the catalogue is given to each
 * command. */
#pragma once

#include <json-glib/json-glib.h>

#include "host.h"
#include "journal.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * CoachCtlStatus:
 * @COACH_CTL_FINE: the command did its work; the verdict is allow
 * @COACH_CTL_FAILED: something failed
 * @COACH_CTL_USAGE: the command line makes no sense
 * @COACH_CTL_CAUTION: the verdict is caution; there is something to note
 * @COACH_CTL_AVOID: the verdict is avoid; exercises are off
 *
 * The program's exit status. The numbers are promised in the man page.
 */
typedef enum
{
  COACH_CTL_FINE = 0,
  COACH_CTL_FAILED = 1,
  COACH_CTL_USAGE = 2,
  COACH_CTL_CAUTION = 3,
  COACH_CTL_AVOID = 4,
} CoachCtlStatus;

/**
 * CoachCtlError:
 * @COACH_CTL_ERROR_USAGE: the command line makes no sense
 * @COACH_CTL_ERROR_UNKNOWN: nothing has the id that was asked for
 * @COACH_CTL_ERROR_WRITE: the output cannot be written
 * @COACH_CTL_ERROR_LOCKED: a warning sign has exercises off
 * @COACH_CTL_ERROR_REMINDER: the reminder does not run, or refuses
 *
 * What can go wrong in the program itself. Messages are translated.
 */
typedef enum
{
  COACH_CTL_ERROR_USAGE,
  COACH_CTL_ERROR_UNKNOWN,
  COACH_CTL_ERROR_WRITE,
  COACH_CTL_ERROR_LOCKED,
  COACH_CTL_ERROR_REMINDER,
} CoachCtlError;

#define COACH_CTL_ERROR (coach_ctl_error_quark ())
GQuark coach_ctl_error_quark (void);

/**
 * CoachCtlSheet:
 * @path: (nullable): the file that a sheet is written to
 * @paper: how large its pages are
 * @pictures: which pictures it has
 * @name: (nullable): whose it is
 * @is_large: whether it is in large print
 * @has_code: whether a code is asked for
 *
 * What was said about a sheet on the command line.
 */
typedef struct
{
  const char         *path;
  CoachPaper          paper;
  CoachSheetPictures  pictures;
  const char         *name;
  gboolean            is_large;
  gboolean            has_code;
} CoachCtlSheet;

/**
 * CoachCtlCues:
 * @are_wanted: whether what is said is written out
 * @talk: how much is said
 *
 * What a plan is asked for besides its timeline.
 */
typedef struct
{
  gboolean  are_wanted;
  CoachTalk talk;
} CoachCtlCues;

gboolean coach_ctl_sheet_check (const char  *path,
                                const char  *paper,
                                const char  *pictures,
                                const char  *name,
                                GError     **error);

/**
 * CoachCtl:
 * @catalog: (not nullable): all that is known
 * @places: (not nullable): the person's folders
 * @today: the local day
 * @now: (not nullable): the present, or what was named on the command line in its place
 * @is_now_named: whether it was
 * @help: (not nullable): whom to call
 * @person: (not nullable): who was named on the command line, by a file or not at all
 * @profile: (not nullable): that of @person, with the conditions named on the command line
 * @side: the side that comes first in a plan; none when it was not named
 * @format: (nullable): the form of a journal that was named, json or csv
 * @sheet: what was said about a sheet
 * @cues: what was said about the cues of a plan
 * @operands: (array zero-terminated=1): the words after the command, as they were typed
 * @json: (nullable): takes one value; %NULL when words are wanted
 * @text: (not nullable): takes the words
 * @is_raw: whether @text is a file of its own, to be written as it is even when JSON is wanted
 *
 * What a command works with, and where its output goes.
 */
typedef struct
{
  CoachCatalog           *catalog;
  CoachPlaces            *places;
  GDate                   today;
  GDateTime              *now;
  gboolean                is_now_named;
  const CoachHelpNumbers *help;
  CoachKeptPerson        *person;
  CoachProfile           *profile;
  CoachSide               side;
  const char             *format;
  CoachCtlSheet           sheet;
  CoachCtlCues            cues;
  const char * const     *operands;
  JsonBuilder            *json;
  GString                *text;
  gboolean                is_raw;
} CoachCtl;

/* The commands: what they return is the exit status unless they set an error. */
CoachCtlStatus coach_ctl_check     (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_journal   (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_list      (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_plan      (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_remind    (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_screening (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_search    (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_sheet     (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_show      (CoachCtl *ctl, GError **error);
CoachCtlStatus coach_ctl_trend     (CoachCtl *ctl, GError **error);

/* coach-ctl-person.c: what a file of the program knows of a person. */
gboolean coach_ctl_person_read           (CoachKeptPerson  *self,
                                          CoachCatalog     *catalog,
                                          const char       *path,
                                          const GDate      *today,
                                          GError          **error);
gboolean coach_ctl_person_read_own       (CoachKeptPerson  *self,
                                          CoachCtl         *ctl,
                                          GError          **error);
gboolean coach_ctl_person_check_unlocked (CoachKeptPerson  *self,
                                          CoachCtl         *ctl,
                                          GError          **error);
gboolean coach_ctl_check_unlocked        (CoachCtl         *ctl,
                                          GError          **error);

/**
 * CoachCtlFile:
 * @name: (not nullable): the path, as it was typed
 * @max_bytes: the largest size that is read; 0 for that of a file of the catalogue
 * @parser: (owned) (nullable): its content, once it was loaded
 * @error: (owned) (nullable): the first thing that is wrong with it, which names file and member
 *
 * A file of a person that is read strictly: what is not as it should be ends the reading.
 */
typedef struct
{
  const char *name;
  gsize       max_bytes;
  JsonParser *parser;
  GError     *error;
} CoachCtlFile;

JsonNode   *coach_ctl_file_load       (CoachCtlFile *self);
void        coach_ctl_file_clear      (CoachCtlFile *self);
void        coach_ctl_file_fail       (CoachCtlFile *self,
                                       const char   *where,
                                       const char   *format,
                                       ...) G_GNUC_PRINTF (3, 4);
const char *coach_ctl_file_get_string (CoachCtlFile *self,
                                       JsonNode     *node,
                                       const char   *where);
void        coach_ctl_file_get_date   (CoachCtlFile *self,
                                       JsonNode     *node,
                                       const char   *where,
                                       GDate        *date);
gboolean    coach_ctl_parse_date      (const char   *text,
                                       GDate        *date);
GDateTime  *coach_ctl_parse_time      (const char   *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachCtlFile, coach_ctl_file_clear)

/* coach-ctl-plan.c: where a plan departs from its routine. */
void coach_ctl_add_changes   (CoachCtl *ctl, CoachPlan *plan);
void coach_ctl_print_changes (CoachCtl *ctl, CoachPlan *plan);
void coach_ctl_add_cues      (CoachCtl *ctl, const CoachPhase *phase);
void coach_ctl_print_cues    (CoachCtl *ctl, CoachPlan *plan);

/* coach-ctl-answers.c: a file of answers to the warning signs. */
CoachScreeningRecord *coach_ctl_read_answers (CoachScreening  *screening,
                                              const char      *file,
                                              GDate           *today,
                                              GError         **error);

/**
 * CoachCtlCheckins:
 * @checkins: (owned) (element-type CoachCheckin): as they stand in the file
 * @reviewed: what a clinician knows of
 * @now: (owned) (nullable): the time the file is about
 *
 * What is in a file of check-ins.
 */
typedef struct
{
  GArray        *checkins;
  CoachReviewed  reviewed;
  GDateTime     *now;
} CoachCtlCheckins;

gboolean coach_ctl_read_checkins  (CoachCtlCheckins  *self,
                                   const char        *name,
                                   GError           **error);
void     coach_ctl_checkins_clear (CoachCtlCheckins  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachCtlCheckins, coach_ctl_checkins_clear)

/* coach-ctl-show-move.c, coach-ctl-show-lore.c: one thing each, as words or as JSON. */
void coach_ctl_show_movement    (CoachCtl *ctl, CoachMovement   *movement);
void coach_ctl_show_avoid_entry (CoachCtl *ctl, CoachAvoidEntry *entry);
void coach_ctl_show_routine     (CoachCtl *ctl, CoachRoutine    *routine);
void coach_ctl_show_condition   (CoachCtl *ctl, CoachCondition  *condition);
void coach_ctl_show_trait       (CoachCtl *ctl, CoachTrait      *trait);

char *coach_ctl_dup_dose  (const CoachDose *dose, gboolean per_side);
char *coach_ctl_dup_terms (CoachTermKind kind, const char * const *ids);
void  coach_ctl_add_dose  (CoachCtl *ctl, const CoachDose *dose);

/**
 * CoachCtlSubject:
 * @move: (owned) (nullable): a movement or a move to avoid
 * @routine: (owned) (nullable): a routine
 *
 * What an operand of a command names; one of the two is set.
 */
typedef struct
{
  CoachMove    *move;
  CoachRoutine *routine;
} CoachCtlSubject;

gboolean coach_ctl_subject_find  (CoachCtlSubject  *self,
                                  CoachCatalog     *catalog,
                                  const char       *operand,
                                  GError          **error);
void     coach_ctl_subject_clear (CoachCtlSubject  *self);
void     coach_ctl_set_unknown   (CoachCatalog     *catalog,
                                  const char       *id,
                                  GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachCtlSubject, coach_ctl_subject_clear)

/* coach-ctl-verdict.c: what the rules say, in words and in JSON. */
CoachCtlStatus  coach_ctl_get_status        (CoachVerdictLevel  level);
const char     *coach_ctl_get_level_word    (CoachVerdictLevel  level);
const char     *coach_ctl_get_level_phrase  (CoachVerdictLevel  level);
const char     *coach_ctl_get_routine_phrase (CoachVerdictLevel  level);
char           *coach_ctl_dup_instead_names (CoachCtl          *ctl,
                                             CoachMove         *move);
void            coach_ctl_print_instead     (CoachCtl          *ctl,
                                             CoachMove         *move);
void            coach_ctl_print_verdict     (CoachCtl          *ctl,
                                             CoachVerdict      *verdict);
const char     *coach_ctl_get_move_kind     (CoachMove         *move);
void            coach_ctl_add_instead       (CoachCtl          *ctl,
                                             CoachMove         *move);
void            coach_ctl_add_verdict       (CoachCtl          *ctl,
                                             CoachVerdict      *verdict);

/* coach-ctl-output.c: words laid out in 80 columns, JSON members, and the way out. */
#define COACH_CTL_COLUMNS 80

guint     coach_ctl_get_width      (const char          *text);
char     *coach_ctl_dup_safe       (const char          *text);
void      coach_ctl_print          (GString             *text,
                                    const char          *lead,
                                    const char          *body);
void      coach_ctl_print_heading  (GString             *text,
                                    const char          *heading);
void      coach_ctl_print_list     (GString             *text,
                                    const char * const  *items,
                                    gboolean             numbered);
void      coach_ctl_add_string     (JsonBuilder         *json,
                                    const char          *member,
                                    const char          *value);
void      coach_ctl_add_strings    (JsonBuilder         *json,
                                    const char          *member,
                                    const char * const  *values);
void      coach_ctl_add_int        (JsonBuilder         *json,
                                    const char          *member,
                                    gint64               value);
char     *coach_ctl_dup_json       (JsonBuilder         *json);
gboolean  coach_ctl_write          (const char          *text,
                                    gboolean             is_json,
                                    GError             **error);
void      coach_ctl_write_error    (const char          *message);

/**
 * CoachCtlTable:
 *
 * Rows of cells, aligned when printed, with notes below a row.
 */
typedef struct _CoachCtlTable CoachCtlTable;

CoachCtlTable *coach_ctl_table_new      (guint          n_columns);
void           coach_ctl_table_free     (CoachCtlTable *self);
void           coach_ctl_table_add_row  (CoachCtlTable *self,
                                         const char    *first,
                                         ...) G_GNUC_NULL_TERMINATED;
void           coach_ctl_table_add_note (CoachCtlTable *self,
                                         const char    *note);
void           coach_ctl_table_print    (CoachCtlTable *self,
                                         const char    *indent,
                                         GString       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachCtlTable, coach_ctl_table_free)

G_END_DECLS
